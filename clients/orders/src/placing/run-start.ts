import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { type RunKind, runAsStarted, runIdPrefix, runWorkflows, type StartedRun } from '@waybill/contracts/domain';
import type { Engine } from '../engine/engine.ts';
import { StartConflict } from '../engine/errors.ts';
import { createWorkflowStart } from '../engine/workflow-start.ts';
import { createIdempotentStart, type Start, type StartUnder } from './idempotent-start.ts';
import { idOfKey, newId } from './order-id.ts';

type WithoutIdentity<Run> = Run extends StartedRun
  ? Omit<Run, 'runId' | 'fingerprint' | 'keyId'> & { runId: string | null }
  : never;

/** A run to be started. `runId` is null where the client gave none. */
export type RunToStart = WithoutIdentity<StartedRun>;

export type RunStart = Start<StartedRun>;

/** The one run id that a caller's idempotency key stands for. */
export const runIdOfKey = (kind: RunKind, caller: string, idempotencyKey: string): string =>
  idOfKey(runIdPrefix(kind), caller, idempotencyKey);

/** Starts the workflow of a run, once for ever. */
export const createRunStart = (engine: Engine, taskQueue: string) => {
  const start = createWorkflowStart(engine, taskQueue, 'runId');
  const startOf = (run: StartedRun) => ({
    workflow: runWorkflows.workflows[run.kind],
    args: [run],
    typedSearchAttributes: attributesOf(run),
  });
  const createStartOf = (kind: RunKind) =>
    createIdempotentStart<StartedRun>({
      start,
      startOf,
      workflowIdOf: runWorkflows.idFor,
      newId: () => newId(runIdPrefix(kind)),
      idOfKey: (caller, key) => runIdOfKey(kind, caller, key),
      conflict: { ofKey: keyTaken, ofId: idTaken },
    });

  return (request: RunToStart, under: StartUnder): Promise<RunStart> =>
    createStartOf(request.kind)(
      {
        id: request.runId,
        content: contentOf(request),
        startedAs: ({ id: runId, ...identity }) => ({ ...request, ...identity, runId }) as StartedRun,
      },
      under,
    );
};

/** The requested content, without additions of this system. */
const contentOf = ({
  runId,
  startedBy,
  startedByStaff,
  startedAt,
  correlationId,
  limits,
  patience,
  ...content
}: RunToStart) => {
  const {
    orderOverrides: _,
    firstAt,
    ...request
  } = content as typeof content & {
    orderOverrides?: unknown;
    firstAt?: string;
  };
  return firstAt === startedAt || firstAt === undefined ? request : { ...request, firstAt };
};

const keyTaken = (runId: string) =>
  new StartConflict(runId, `This idempotency key stands for ${runId}, which was started with other content`, true);

const idTaken = (runId: string) => new StartConflict(runId, `${runId} was started before, with other content`, false);

const customerId = defineSearchAttributeKey('customerId', 'KEYWORD');
const createdAt = defineSearchAttributeKey('createdAt', 'DATETIME');

const attributesOf = (run: StartedRun) =>
  new TypedSearchAttributes([
    { key: customerId, value: runAsStarted(run).about },
    { key: createdAt, value: new Date(run.startedAt) },
  ]);
