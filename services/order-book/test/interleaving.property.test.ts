import type { RecordRequest } from '@waybill/contracts';
import { type OrderStatus, statusMachine } from '@waybill/contracts/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aWrite, entries } from './support/orders.ts';
import { opening, openTestBook, type TestBook } from './support/test-book.ts';

let testBook: TestBook;
let orders = 0;
beforeAll(async () => {
  testBook = await openTestBook();
}, opening);
afterAll(() => testBook.opened.close());

test('however writes are split, repeated, reordered and mixed, the book ends at the newest state with the whole journal', async () => {
  await fc.assert(
    fc.asyncProperty(deliveries, async (batches) => {
      orders += 1;
      const orderId = `o-${orders}`;
      let seen = { revision: 0, seq: 0 };

      for (const batch of batches) {
        await Promise.all(batch.map((write) => testBook.book.record({ ...write, order: { ...write.order, orderId } })));
        const { order } = await testBook.book.find(orderId);
        const journal = await testBook.book.journal(orderId, { first: 1000 });
        expect(journal.entries.map(({ seq }) => seq)).toEqual(upTo(journal.entries.length));
        expect(order.revision).toBeGreaterThanOrEqual(seen.revision);
        expect(journal.entries.length).toBeGreaterThanOrEqual(seen.seq);
        seen = { revision: order.revision, seq: journal.entries.length };
      }

      const newest = Math.max(...batches.flat().map(({ order }) => order.revision));
      expect(seen).toEqual({ revision: newest, seq: newest });
    }),
    { numRuns: 60 },
  );
}, 120_000);

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

/** Some way of an order through its statuses: at each turn, one of the arrows that lead on. */
const ways: fc.Arbitrary<OrderStatus[]> = fc.array(fc.nat(), { minLength: 1, maxLength: 12 }).map((turns) => {
  const way: OrderStatus[] = ['RECEIVED'];
  for (const turn of turns) {
    const arrows = statusMachine[way.at(-1) ?? 'RECEIVED'];
    const next = arrows[turn % Math.max(arrows.length, 1)];
    if (next) way.push(next);
  }
  return way;
});

/** The writes of a coalescing writer: each with all entries since the previous one. */
const writesOf = (way: OrderStatus[], isSent: boolean[]): RecordRequest[] => {
  let written = 0;
  return way.flatMap((status, index) => {
    const revision = index + 1;
    if (!isSent[index] && revision < way.length) return [];
    const write = aWrite({ status, revision }, entries(written + 1, revision));
    written = revision;
    return [write];
  });
};

/** Every write at least once and up to three times, in any order, some at the same moment. */
const deliveries: fc.Arbitrary<RecordRequest[][]> = fc
  .tuple(ways, fc.array(fc.boolean(), { minLength: 13, maxLength: 13 }))
  .map(([way, isSent]) => writesOf(way, isSent))
  .chain((writes) => {
    const copies = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: writes.length, maxLength: writes.length });
    return copies.map((times) =>
      writes.flatMap((write, index) => Array.from({ length: times[index] ?? 1 }, () => write)),
    );
  })
  .chain((sent) => fc.shuffledSubarray(sent, { minLength: sent.length, maxLength: sent.length }))
  .chain((shuffled) =>
    fc
      .array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: shuffled.length })
      .map((sizes) => cut(shuffled, sizes)),
  );

function cut<T>(list: T[], sizes: number[]): T[][] {
  const batches: T[][] = [];
  for (let at = 0, turn = 0; at < list.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    batches.push(list.slice(at, at + size));
    at += size;
  }
  return batches;
}
