import type { BookedRun } from '@waybill/contracts';
import type { RunState } from '@waybill/contracts/domain';
import type { RunRest, runs } from './run-tables.ts';

/** The columns of a state. */
export function rowOfRun({ startedAt, updatedAt, closedAt, ...state }: RunState) {
  const { runId, kind, status, about, startedBy, revision, ...beyond } = state;
  return {
    runId,
    kind,
    status,
    about,
    startedBy,
    revision,
    rest: beyond as RunRest,
    startedAt: new Date(startedAt),
    updatedAt: new Date(updatedAt),
    closedAt: closedAt === null ? null : new Date(closedAt),
  };
}

export function bookedRunFrom(row: typeof runs.$inferSelect): BookedRun {
  const { attention, fingerprint, epoch, writtenAt } = row;
  return {
    run: runFrom(row),
    attention,
    fingerprint,
    asOf: writtenAt.toISOString(),
    ...(epoch > 0 ? { epoch } : {}),
  };
}

export function runFrom({ rest, startedAt, updatedAt, closedAt, ...row }: typeof runs.$inferSelect): RunState {
  const { runId, kind, status, about, startedBy, revision } = row;
  return {
    ...rest,
    runId,
    kind,
    status,
    about,
    startedBy,
    revision,
    startedAt: startedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  } as RunState;
}
