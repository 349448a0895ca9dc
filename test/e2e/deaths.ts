import type { Stack } from '@waybill/stack';
import { expect } from 'vitest';
import type { aSystemOfProcesses } from './shop.ts';

type Shop = Awaited<ReturnType<typeof aSystemOfProcesses>>;

/** Kills a process during a step of an order, and checks that the order is shipped once and charged once. */
export async function survives(shop: Shop, name: Parameters<Stack['pidOf']>[0], step: string): Promise<void> {
  const order = await shop.place();
  const watched = shop.watch(order.id);
  const journal = shop.journal(order.id);
  await journal.until((entry) => entry.step === step && entry.type === 'STEP_STARTED');

  const killed = shop.kill(name);
  const last = (await watched.ended).at(-1);
  const entries = await journal.ended;

  expect(last).toMatchObject({ status: 'SHIPPED', progress: 100 });
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.filter(({ type, step }) => type === 'STEP_COMPLETED' && step === 'DISPATCH_CARRIER')).toHaveLength(1);
  expect(await shop.shipmentOf(order.id)).toMatchObject({ status: 'DISPATCHED' });
  expect(await shop.paymentOf(order.id)).toMatchObject({ status: 'CAPTURED', refunded: null, ...chargedOnce(order) });
  await killed.back();
}

/** What the payment provider says of an order that was charged its total. */
export const chargedOnce = ({ total }: { total: { amount: string; currencyCode: string } }) => ({
  captured: { amountMinor: Math.round(Number(total.amount) * 100), currencyCode: total.currencyCode },
});
