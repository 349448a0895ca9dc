import type { RunStatus, WorkflowKind } from '@waybill/client';
import { kindNames, statusNames } from '../../run/words.ts';
import { type StartedKind, startedKinds } from './start/kinds.ts';

/** The search parameters of the list: its filters and the open dialog. */
export type RunsSearch = {
  kind?: WorkflowKind | undefined;
  status?: RunStatus | undefined;
  start?: StartedKind | undefined;
};

const oneOf = <T extends string>(names: readonly string[], given: unknown): T | undefined =>
  names.find((name) => name === given) as T | undefined;

export function runsSearch({ kind, status, start }: Record<string, unknown>): RunsSearch {
  const [ofKind, withStatus] = [oneOf<WorkflowKind>(kindNames, kind), oneOf<RunStatus>(statusNames, status)];
  const starting = oneOf<StartedKind>(startedKinds, start);
  return {
    ...(ofKind && { kind: ofKind }),
    ...(withStatus && { status: withStatus }),
    ...(starting && { start: starting }),
  };
}
