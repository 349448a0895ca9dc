import { patched } from '@temporalio/workflow';
import { type StartedStandingOrder, standingOrderAsStarted } from '@waybill/contracts/domain';
import { createRunWorkflow } from '../run-workflow.ts';
import { type CarriedStandingOrder, continueAsNewInTime } from './generation.ts';
import { Periods } from './periods.ts';
import { createRhythm } from './rhythm.ts';

export type StandingOrder = ReturnType<typeof createStandingOrderWorkflow>;

/** Assembles a standing order, new or continued, and sets the handlers of its commands. */
export function createStandingOrderWorkflow(
  started: StartedStandingOrder,
  cancelRequested: Promise<never>,
  carried?: CarriedStandingOrder,
) {
  const run = createRunWorkflow(started, carried?.state ?? standingOrderAsStarted(started), carried);
  const { record, saga, book } = run;
  const rhythm = createRhythm(started.firstAt, started.everyMs);
  const periods = new Periods(record, rhythm, carried?.periods ?? { next: 0, skipped: null });
  handleCommands(run, periods);
  cancelRequested.catch(() => saga.cancel('The workflow was cancelled'));

  return {
    ...run,
    started,
    periods,

    get isDue(): boolean {
      return record.state.nextAt !== null && periods.waitMs(Date.now()) <= 0;
    },
    get hasPlacedAll(): boolean {
      const { times, placed, refused } = record.state;
      return times !== null && placed + refused >= times;
    },

    async begin(): Promise<void> {
      if (carried) return book.resume(carried.written);
      const { startedBy: actor, correlationId, kind } = started;
      record.append('RUN_STARTED', { by: { actor, correlationId }, detail: { kind } });
      await book.receive();
    },
    /** The period to skip whose time has passed is told before the end. */
    end(): void {
      periods.tellSkipped(Date.now(), tellsSkipsInPauses);
    },
    continueAsNewInTime: () => continueAsNewInTime({ started, record, periods, book }),
  };
}

/** Orders that continued earlier went on with the number of such a period. */
const tellsSkipsInPauses = (): boolean => patched('skips-in-pauses');

type Run = Pick<ReturnType<typeof createRunWorkflow>, 'handle' | 'on' | 'saga'> & {
  record: ConstructorParameters<typeof Periods>[0];
};

function handleCommands({ record, saga, on, handle }: Run, periods: Periods): void {
  const { state } = record;
  const noted = (note: string | null) => (note === null ? {} : { note });

  on(
    'pause',
    handle('pause', (command) => {
      state.status = 'PAUSED';
      state.pausedBy = command.actor;
      periods.pause();
      record.append('PAUSED', { by: command, detail: noted(command.note) });
    }),
  );
  on(
    'resume',
    handle('resume', (command) => {
      state.status = 'RUNNING';
      state.pausedBy = null;
      periods.resume(Date.now(), tellsSkipsInPauses);
      record.append('RESUMED', { by: command, detail: noted(command.note) });
    }),
  );
  on(
    'skip',
    handle('skip', (command) => {
      record.append('SKIPPED', { by: command, detail: { ...periods.skipNext(), ...noted(command.note) } });
    }),
  );
  on(
    'stop',
    handle('stop', (command) => {
      state.nextAt = null;
      saga.halt({ status: 'COMPLETED', failure: null, by: command, note: command.note });
    }),
  );
}
