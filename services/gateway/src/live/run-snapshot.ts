import type { BookedRun } from '@waybill/contracts';
import type { RunFailure, RunState } from '@waybill/contracts/domain';
import type { RunSnapshot } from '@waybill/graphql';
import type { RunWork } from '@waybill/orders-client';

/** Creates the run of the schema from the data of the engine or the order book. */
export type RunSnapshots = {
  fromWorkflow: (run: RunState, running?: RunWork | null, taskFailing?: boolean) => RunSnapshot;
  fromBook: (booked: BookedRun) => RunSnapshot;
};

export function createRunSnapshots(now: () => Date, linkTo: ((runId: string) => string) | undefined): RunSnapshots {
  const snapshot = (run: RunState, asOf: string, running: RunWork | null): RunSnapshot => ({
    ...run,
    asOf,
    running,
    ...(linkTo ? { temporalUi: linkTo(run.runId) } : {}),
  });
  return {
    fromWorkflow: (run, running = null, taskFailing = false) => ({
      ...snapshot(run, now().toISOString(), running),
      ...(taskFailing ? { taskFailing } : {}),
    }),
    fromBook: ({ run, asOf, attention }) => ({
      ...snapshot(run, asOf, null),
      ...(attention ? { attention } : {}),
      ...(attention === 'LOST' ? { failure: run.failure ?? lost } : {}),
    }),
  };
}

const lost: RunFailure = { code: 'WORKFLOW_LOST', message: 'The run was interrupted', step: null };
