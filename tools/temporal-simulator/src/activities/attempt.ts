import {
  CancelledFailure,
  defaultFailureConverter,
  defaultPayloadConverter,
  ensureApplicationFailure,
} from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { Failure, Payload, Payloads } from '../history/history.ts';
import { asPayload } from '../history/payloads.ts';

export type ActivityFunction = (...args: unknown[]) => Promise<unknown>;

/** What an attempt of an activity came to. */
export type Outcome =
  | { kind: 'completed'; result: Payload }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'canceled' };

export type Attempt = ReturnType<typeof beginAttempt>;

type Begun = {
  workflowExecution?: { workflowId: string; runId: string };
  activityId: string;
  activityType: string;
  attempt: number;
  startToCloseTimeoutMs: number;
  isLocal: boolean;
  input: Payloads;
};

const logger = new DefaultLogger('ERROR');

/** Runs an activity once, in the context that it has in a worker. */
export function beginAttempt(run: ActivityFunction, { input, ...info }: Begun) {
  const environment = new MockActivityEnvironment(info, { logger });
  const args = (input.payloads ?? []).map((payload) => defaultPayloadConverter.fromPayload(payload));
  return {
    outcome: environment.run(run, ...args).then(completed, failed),
    cancel: (reason: 'CANCELLED' | 'TIMED_OUT' | 'WORKER_SHUTDOWN') => environment.cancel(reason),
  };
}

const completed = (result: unknown): Outcome => ({ kind: 'completed', result: asPayload(result) });

function failed(error: unknown): Outcome {
  if (error instanceof CancelledFailure) return { kind: 'canceled' };
  const failure = defaultFailureConverter.errorToFailure(ensureApplicationFailure(error), defaultPayloadConverter);
  return { kind: 'failed', failure };
}
