import { readFile } from 'node:fs/promises';
import { type OrderFilter, type OrderSort, PageRequest } from '@waybill/contracts';
import { attentions, orderHealths, orderStatuses } from '@waybill/contracts/domain';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { matching } from '../../src/infrastructure/filter.ts';
import { orders } from '../../src/infrastructure/tables.ts';
import { anOrder, aWrite } from '../support/orders.ts';
import { opening, type TestBook } from '../support/test-book.ts';

const [item] = anOrder().items;
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();
const customerId = fc.constantFrom('ada', 'bob', '');
const sku = fc.constantFrom('PEN', 'INK', '');
const plan = fc.constantFrom('AUTHORIZE_FIRST' as const, 'RESERVE_FIRST' as const);
const currencyCode = fc.constantFrom('USD', 'EUR');
const amount = fc.oneof(fc.nat(70), fc.nat(100_000));
/** Some are the first of an hour, of a day or of 32 days; some are before 1970. */
const time = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }).map(at),
  fc.integer({ min: -100, max: 2_000 }).map((hours) => at(hours * 60)),
  fc.constantFrom('1969-12-31T23:59:59.999Z', '1970-01-01T00:00:00.000Z', '1969-06-01T12:34:56.789Z'),
);

const writes = fc.array(
  fc.record({
    order: fc.nat(5),
    given: fc.record({ customerId, plan, createdAt: time, updatedAt: time, status: fc.constantFrom(...orderStatuses) }),
    total: fc.record({ amountMinor: amount, currencyCode }),
    skus: fc.array(sku, { minLength: 1, maxLength: 3 }),
    closedAt: fc.option(time),
    attention: fc.constantFrom(undefined, null, ...attentions),
  }),
  { maxLength: 20 },
);

const fields: { [Field in keyof OrderFilter]: fc.Arbitrary<OrderFilter[Field]> } = {
  customerId,
  sku,
  plan,
  currencyCode,
  minTotalMinor: amount,
  maxTotalMinor: amount,
  createdFrom: time,
  createdTo: time,
  updatedFrom: time,
  updatedTo: time,
  status: fc.subarray([...orderStatuses]),
  health: fc.subarray([...orderHealths]),
  needsAttention: fc.boolean(),
};
const lists = fc.record({
  filter: fc
    .subarray(Object.keys(fields) as (keyof OrderFilter)[], { maxLength: 3 })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, fields[name] ?? fc.constant(undefined)]))),
    ),
  orderBy: fc.constantFrom<OrderSort>('NEWEST', 'TOTAL_LOW'),
});

export const rollups = (open: () => Promise<TestBook>) =>
  describe('totals of lists', () => {
    let testBook: TestBook;
    let turn = 0;
    beforeAll(async () => {
      testBook = await open();
      return () => testBook.opened.close();
    }, opening);

    const recordAll = async (asked: typeof writes extends fc.Arbitrary<infer Writes> ? Writes : never) => {
      turn += 1;
      await Promise.all(
        asked.map(async ({ order, attention, given, skus, ...rest }, index) => {
          const orderId = `${turn}-${order}`;
          const items = item ? skus.map((sku) => ({ ...item, sku })) : [];
          await testBook.book.record(aWrite({ ...given, ...rest, items, orderId, revision: index + 1 })).catch(named);
          if (attention !== undefined) await testBook.book.attend(orderId, { attention }).catch(named);
        }),
      );
    };

    const kept = () =>
      testBook.opened.query(`${columns} from order_book.order_rollups where count <> 0 order by ${key}`, []);

    test('after any writes, including refused and concurrent ones, they are those of a recount', async () => {
      const asked = fc.tuple(writes, fc.array(lists, { minLength: 15, maxLength: 15 }));
      await fc.assert(
        fc.asyncProperty(asked, async ([writes, lists]) => {
          await recordAll(writes);
          for (const { filter, orderBy } of lists) {
            const { totalCount } = await testBook.book.page(PageRequest.parse({ filter, orderBy, countTotal: true }));
            const recount = testBook.opened.db.$count(orders, matching(filter, orderBy));
            expect([filter, orderBy, totalCount]).toEqual([filter, orderBy, await recount]);
          }
        }),
        { numRuns: 12 },
      );
    }, 120_000);

    test('closed orders from before the rollups are in them when they come', async () => {
      const migration = await readFile(new URL('../../migrations/0020_order_rollups.sql', import.meta.url), 'utf8');
      const filling = migration.split('--> statement-breakpoint').at(-1) ?? '';
      await recordAll(fc.sample(writes, { numRuns: 5, seed: 1 }).flat());
      const before = await kept();

      await testBook.opened.query('delete from order_book.order_rollups', []);
      await testBook.opened.query(filling, []);

      expect(before.length).toBeGreaterThan(0);
      expect(await kept()).toEqual(before);
    });
  });

const key = 'axis, scope, width, bucket, status, attention, health, currency_code, plan';
const columns = `select ${key}, count`;

/** Refusals of the book are expected here; other errors are not. */
function named(error: { name: string }): void {
  if (error.name !== 'BookRefused') throw error;
}
