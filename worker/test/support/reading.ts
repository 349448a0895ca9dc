import type { OrderState } from '@waybill/contracts/domain';
import type { Shop } from './shop.ts';

/** Places the shop's order, and waits until a person is asked. */
export async function awaiting(store: Shop): Promise<Shop> {
  await store.places();
  await store.until(({ status }) => status === 'AWAITING_APPROVAL');
  return store;
}

export const step = ({ steps }: OrderState, name: string) => steps.find((candidate) => candidate.name === name);

export const undone = ({ compensations }: OrderState) => compensations.map(({ name, status }) => `${name} ${status}`);

export const refusals = ({ verdicts }: Pick<OrderState, 'verdicts'>) => verdicts.map(({ refusal }) => refusal);
