import { CancellationScope, defineQuery, defineSignal, setHandler } from '@temporalio/workflow';
import {
  type RunAnswer,
  type RunOutcome,
  type RunState,
  type RunVerdict,
  runWorkflows,
  type StartedRun,
} from '@waybill/contracts/domain';
import { runningTrace } from '../shared/activities/trace-headers.ts';
import { closeRun } from './book/close-run.ts';
import { RunBook } from './book/run-book.ts';
import { createRunCommandHandler } from './commands/command-handler.ts';
import { RunCompensations } from './saga/compensation.ts';
import { RunSaga } from './saga/saga.ts';
import { createRunStepRunner, type TakeRunStep } from './saga/step.ts';
import { type CarriedRecord, RunRecord } from './state/run-record.ts';

const { queries, signals } = runWorkflows;

export type RunWorkflow<Run extends RunState> = ReturnType<typeof createRunWorkflow<Run>>;

/** Assembles the parts of one run's workflow, and sets the handlers that every run has. */
export function createRunWorkflow<Run extends RunState>(started: StartedRun, state: Run, carried?: CarriedRecord) {
  const record = new RunRecord<Run>(state, carried);
  const compensations = new RunCompensations();
  const book = new RunBook(record, started);
  const saga = new RunSaga({ started, record, compensations });
  const handle = createRunCommandHandler(record, saga);
  const on = (name: keyof typeof signals, handler: (payload: unknown) => void) =>
    setHandler(defineSignal<[unknown]>(signals[name]), handler);

  setHandler(defineQuery<RunAnswer, [number?]>(queries.run), (afterSeq) => ({
    ...record.answer(afterSeq),
    trace: runningTrace(),
  }));
  setHandler(
    defineQuery<RunVerdict | null, [string]>(queries.verdict),
    (id) => record.commands.verdicts.on(id) ?? null,
  );
  on(
    'cancel',
    handle('cancel', (command) => saga.cancel(command.reason, command)),
  );

  const takeStep = createRunStepRunner({ record, compensations, isHalted: () => saga.isHalted });
  /** Takes a step of the run; nothing follows it if the run was halted meanwhile. */
  const step: TakeRunStep = async (name, definition) => {
    await takeStep(name, definition);
    saga.throwIfHalted();
  };
  const { runId, correlationId } = started;
  return { started, ref: { orderId: runId, correlationId }, record, book, saga, step, handle, on };
}

/**
 * Executes a run from its first entry to its last: takes its steps, and compensates what was done when one of them
 * fails. Completes when its end is decided, whether it succeeded or not; fails when an engineer must look at it. A
 * cancellation by the engine is handled like a person's.
 */
export function executeRun<Run extends RunState>(
  started: StartedRun,
  state: Run,
  takeSteps: (run: RunWorkflow<Run>) => Promise<void>,
): Promise<RunOutcome> {
  const { cancelRequested } = CancellationScope.current();
  return CancellationScope.nonCancellable(async () => {
    const run = createRunWorkflow(started, state);
    const { startedBy: actor, correlationId, kind } = started;
    run.record.append('RUN_STARTED', { by: { actor, correlationId }, detail: { kind } });
    cancelRequested.catch(() => run.saga.cancel('The workflow was cancelled'));
    await run.saga.run(async () => {
      await run.book.receive();
      await takeSteps(run);
    });
    return closeRun(run.record, run.book, run.saga.fault);
  });
}
