import { PageRequest } from '@waybill/contracts';
import { orderStatuses } from '@waybill/contracts/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWrite } from './support/orders.ts';
import { opening, type World, worldOn } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await worldOn();
  await world.book.record(aWrite({ orderId: 'o-1' }));
}, opening);
afterAll(() => world.opened.close());

const most = 40;

test.each<[string, (length: number) => Promise<unknown>]>([
  ['ids', (length) => world.book.byIds(Array.from({ length }, (_, at) => `o-${at}`))],
  ['statuses', (length) => page(orderStatuses.slice(0, length))],
  ['one status, said again and again', (length) => page(Array.from({ length }, () => 'SHIPPED' as const))],
])('however many %s are sent, the database is asked in the same words', async (_, ask) => {
  await ask(1);
  const before = await wordings();

  for (let length = 2; length <= most; length++) await ask(length);

  expect(await wordings()).toEqual(before);
});

const page = (status: (typeof orderStatuses)[number][]) =>
  world.book.page(PageRequest.parse({ filter: { status }, countTotal: true }));

/** All statements that the session has been taught so far, its own question among them. */
async function wordings(): Promise<string[]> {
  const rows = await world.opened.query<{ statement: string }>('select statement from pg_prepared_statements', []);
  return rows.map(({ statement }) => statement).filter((statement) => !statement.includes('pg_prepared_statements'));
}
