import type { CommandName, FulfillmentPlan, ProviderRefusal } from '@waybill/contracts/domain';
import type { Operation } from '../support/operation.ts';

/** What a provider does with one call; `late`: it works after the order is over, when nobody waits any more. */
export type Act = 'works' | 'fails' | 'loses its reply' | 'hangs' | 'late' | ProviderRefusal;

/** When people say something: with the start, when a person is asked, or when a provider is first called. */
export type Moment = 'start' | 'asked' | Operation;

export type Said = { at: Moment; command: CommandName | 'cancel the workflow'; id: number };

/** All that happens to one order and does not come from its workflow. */
export type Schedule = {
  plan: FulfillmentPlan;
  requiresApproval: boolean;
  script: Partial<Record<Operation, Act[]>>;
  said: Said[];
  /** How long the order may take, where that is soon over. */
  limitMs?: number;
};
