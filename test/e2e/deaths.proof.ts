import { afterAll, beforeAll, expect, test } from 'vitest';
import { chargedOnce, survives } from './deaths.ts';
import { aSystemOfProcesses } from './shop.ts';

let shop: Awaited<ReturnType<typeof aSystemOfProcesses>>;
beforeAll(async () => {
  shop = await aSystemOfProcesses();
});
afterAll(() => shop[Symbol.asyncDispose]());

/** Each process, with a step in which an order needs it. */
const deaths = [
  ['worker, orders', 'CAPTURE_PAYMENT'],
  ['worker, orders', 'CREATE_LABEL'],
  ['worker, shipping', 'CREATE_LABEL'],
  ['chaos service', 'CAPTURE_PAYMENT'],
  ['chaos service', 'RESERVE_INVENTORY'],
  ['chaos service', 'CREATE_LABEL'],
  ['order book', 'CREATE_LABEL'],
  ['gateway', 'CREATE_LABEL'],
  ['engine', 'AUTHORIZE_PAYMENT'],
  ['engine', 'CREATE_LABEL'],
] as const;

test.each(deaths)('when the %s is killed during %s, the order ships once and is charged once', (name, step) =>
  survives(shop, name, step),
);

test('an open order continues at the next start after everything was stopped', async () => {
  const order = await shop.place();
  const watched = shop.watch(order.id);
  const journal = shop.journal(order.id);
  await journal.until(({ step }) => step === 'CREATE_LABEL');

  await shop.close();
  await shop.reopen();

  expect((await watched.ended).at(-1)).toMatchObject({ status: 'SHIPPED' });
  expect(await shop.paymentOf(order.id)).toMatchObject(chargedOnce(order));
});
