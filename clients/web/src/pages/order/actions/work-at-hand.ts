import type { OrderDetailsFragment, OrderStepName } from '@waybill/client';

type Saga = Pick<OrderDetailsFragment, 'steps' | 'compensations'>;

/** What an operator's action is about: the compensation that runs, or else the step. */
export function workAtHand({ steps, compensations }: Saga): { step: OrderStepName; compensation: string | null } {
  const undone = compensations.find(({ status }) => status === 'RUNNING');
  const running = steps.find(({ status }) => status === 'RUNNING');
  return { step: undone?.undoes ?? running?.name ?? 'RECEIVE', compensation: undone?.name ?? null };
}
