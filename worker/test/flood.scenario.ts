import { fulfillment, type Verdict } from '@waybill/contracts/domain';
import { freePort, startEngine, temporalExecutable } from '@waybill/temporal';
import { describe, expect, test } from 'vitest';
import { awaiting, refusals } from './support/reading.ts';
import { scenario } from './support/scenario.ts';
import { TestShop } from './support/test-shop.ts';
import { openTestWorkers } from './support/test-workers.ts';

const secondStreet = { street: '2 Second Street', city: 'London', state: null, zip: 'N2', country: 'GB' };
const few = { commands: 8, commandsKeptForStaff: 3, historyEvents: 20_000 };

describe('an order that has received its maximum of commands', () => {
  scenario('accepts no more from customers, but still from staff', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true, limits: few }));
    await times(5, () => store.tells('changeAddress', { address: secondStreet }));

    await store.tells('cancel', { reason: 'one too many' });
    const full = await store.until(({ verdicts }) => verdicts.length === 6);
    await store.tells('approve', { byStaff: true });
    const { order } = await store.ends();

    expect(full.verdicts.at(-1)).toMatchObject({ command: 'cancel', refusal: 'INVALID_INPUT' });
    expect(full.commands).toEqual({ taken: 5, most: 8, keptForStaff: 3 });
    expect(order.status).toBe('SHIPPED');
    expect(store.book.journal.filter(({ type }) => type === 'COMMAND_REFUSED')).toEqual([]);
  });

  scenario('journals a refused command once, however often it is repeated', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    await store.tells('approve');
    const again = { commandId: 'late', note: null };

    await times(30, () => store.tells('approve', again).catch(() => undefined));
    const { order } = await store.ends();

    expect(refusals(order).filter(Boolean)).toHaveLength(1);
    expect(store.book.journal.filter(({ type }) => type === 'COMMAND_REFUSED')).toHaveLength(1);
  });
});

describe('a command id', () => {
  scenario('has the same verdict after many others, and in the book once the order is closed', async ({ shop }) => {
    const store = await awaiting(shop({ requiresApproval: true }));
    await store.tells('changeAddress', { commandId: 'first', address: secondStreet });
    await times(40, () => store.tells('changeAddress', { address: secondStreet }));
    await store.until(({ commands }) => commands.taken === 41);

    const verdict = await store.handle.query<Verdict | null, [string]>(fulfillment.queries.verdict, 'first');
    await store.tells('approve');
    const { order } = await store.ends();

    expect(verdict).toMatchObject({ command: 'changeAddress', refusal: null });
    expect(order.verdicts).toHaveLength(42);
    expect(order.verdicts[0]).toEqual(verdict);
  });
});

test('an order with too many signals is compensated before its history reaches the limit of the engine', async () => {
  const limits = { 'limit.historyCount.error': 1_500, 'limit.historyCount.warn': 1_000 };
  const executable = await temporalExecutable({ say: console.error, env: process.env });
  const engine = await startEngine({ executable, port: await freePort(), limits });
  const workers = await openTestWorkers(engine.address);
  const store = new TestShop(workers.client, {
    requiresApproval: true,
    limits: { commands: 500, commandsKeptForStaff: 100, historyEvents: 300 },
  });
  workers.shops.set(store.placed.orderId, store);
  await awaiting(store);

  await floods(store);
  const { outcome, order, effects } = await store.ends();
  const { events } = await store.handle.fetchHistory();
  await workers.close();
  await engine.stop();

  expect(outcome).toEqual({ workflowFailed: 'The order received more commands than it can record' });
  expect(order).toMatchObject({
    status: 'FAILED',
    failure: { code: 'HISTORY_TOO_LONG' },
    payment: { status: 'RELEASED' },
  });
  expect(effects).toEqual(['authorize', 'release', 'notify FAILURE']);
  expect(events?.length).toBeLessThan(1_500);
});

/** Repeats one command, which leaves nothing but its events, until nobody hears it. */
async function floods(store: TestShop): Promise<void> {
  const command = () => store.tells('changeAddress', { commandId: 'again', address: secondStreet });
  for (let said = 0; said < 600; said += 10) {
    const heard = await Promise.allSettled(Array.from({ length: 10 }, command));
    if (heard.some(({ status }) => status === 'rejected')) return;
  }
}

const times = (count: number, act: () => Promise<void>) => Promise.all(Array.from({ length: count }, act));
