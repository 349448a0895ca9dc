import { fulfillment, type OrderAnswer } from '@waybill/contracts/domain';
import { expect } from 'vitest';
import { awaiting } from './support/reading.ts';
import { scenario } from './support/scenario.ts';

const mug = {
  sku: 'MUG-001',
  name: 'Stoneware mug',
  quantity: 10,
  unitPrice: { amountMinor: 900, currencyCode: 'USD' },
};
const hundredLines = Array.from({ length: 100 }, (_, line) => ({
  ...mug,
  sku: `MUG-${String(line).padStart(3, '0')}`,
}));
const longReason = 'because '.repeat(60);

scenario(
  'the state of an order with a hundred lines is smaller than 64 KiB, whatever commands it received',
  async ({ shop, workers }) => {
    const store = await awaiting(
      shop({ requiresApproval: true, items: hundredLines, total: { amountMinor: 900_000, currencyCode: 'USD' } }),
    );
    await workers.workersLeave();
    await times(120, () => store.tells('addItem', { item: mug }));
    await times(100, (time) => store.tells('changeAddress', { address: address(`${time} Long TestWorkers`) }));

    await store.tells('reject', { reason: longReason });
    await workers.workersCome();
    await store.ends();
    const answer = await store.handle.query<OrderAnswer, [number]>(fulfillment.queries.order, 0);

    expect(answer.order).toMatchObject({ status: 'REJECTED', verdicts: { length: 20 } });
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(64 * 1024);
  },
);

scenario('a journal is bounded, however many invalid commands an order receives', async ({ shop, workers }) => {
  const store = await awaiting(shop({ requiresApproval: true }));
  await workers.workersLeave();
  await times(120, (time) => store.tells('changeAddress', { address: address(`${time} TestWorkers`) }));
  await times(250, () => store.tells('cancel', { reason: '' }));
  await workers.workersCome();

  await store.tells('approve');
  const { order } = await store.ends();
  const entries = await everyEntry(store.handle);

  expect(entries.filter(({ type }) => type === 'ADDRESS_UPDATED')).toHaveLength(100);
  expect(entries.filter(({ type }) => type === 'COMMAND_REFUSED')).toHaveLength(200);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
  expect(order).toMatchObject({ status: 'SHIPPED', revision: entries.length });
  expect(store.book.journal.map(({ type }) => type)).toEqual(entries.map(({ type }) => type));
});

const times = (count: number, act: (time: number) => Promise<void>) =>
  Promise.all(Array.from({ length: count }, (_, time) => act(time)));

const address = (street: string) => ({ street, city: 'London', state: null, zip: 'N1', country: 'GB' });

/** Asks as a follower does: on from the last entry that it was told. */
async function everyEntry(handle: Awaited<ReturnType<typeof awaiting>>['handle']) {
  const entries: OrderAnswer['journal'] = [];
  for (;;) {
    const { journal } = await handle.query<OrderAnswer, [number]>(fulfillment.queries.order, entries.length);
    if (journal.length === 0) return entries;
    entries.push(...journal);
  }
}
