import type { OrderState } from '@waybill/contracts/domain';
import type { TestShop } from './test-shop.ts';

/** Places the shop's order, and waits until a person is asked. */
export async function awaiting(store: TestShop): Promise<TestShop> {
  await store.places();
  await untilAsked(store);
  return store;
}

/** Waits until a person is asked. A run that was reset may be there later than the run before it: until then an approval is refused. */
export const untilAsked = (store: TestShop): Promise<OrderState> =>
  store.until(({ status }) => status === 'AWAITING_APPROVAL');

export const step = ({ steps }: OrderState, name: string) => steps.find((candidate) => candidate.name === name);

export const undone = ({ compensations }: OrderState) => compensations.map(({ name, status }) => `${name} ${status}`);

export const refusals = ({ verdicts }: Pick<OrderState, 'verdicts'>) => verdicts.map(({ refusal }) => refusal);
