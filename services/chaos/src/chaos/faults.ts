import type { ProviderRefusal } from '@waybill/contracts/words';
import type { ServiceEnv } from '@waybill/platform';
import type { Context } from 'hono';
import type { Outcome } from './plan.ts';

/** A "no" that was drawn. `done`: the effect happens all the same, and the answer says that it has happened. */
export type NamedRefusal = {
  outcome: Outcome;
  effect: 'none' | 'done' | 'struck';
  code: ProviderRefusal;
  message: string;
};

/** The one place where calls are made to fail: before their effect, and after it. */
export type Faults = (
  c: Context<ServiceEnv>,
  operation: string | undefined,
  orderId: string | undefined,
  handle: (drawn: NamedRefusal | null) => Promise<Response>,
) => Promise<Response>;

export const noFaults: Faults = (_c, _operation, _orderId, handle) => handle(null);
