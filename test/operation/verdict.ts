import { orThrow } from '@waybill/client';

/** Throws if the command was refused. A killed or new process may hold the verdict back, and the order goes on with it. */
export function notRefused(verdict: { __typename: string }): void {
  if (verdict.__typename !== 'VerdictPending') orThrow(verdict);
}
