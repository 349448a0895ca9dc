import { expect, test } from 'vitest';
import { aBookForThisFile } from '../services/order-book/test/support/book-of-file.ts';
import { aWrite } from '../services/order-book/test/support/orders.ts';
import { recount } from '../tools/torture/src/findings/recount.ts';

const { book, bookHas } = aBookForThisFile();
const closedAt = '2026-01-01T01:00:00.000Z';

test('totals and counts of a book are those of a recount, and one that differs is named', async () => {
  await bookHas(
    ...Array.from({ length: 120 }, (_, at) =>
      aWrite({ orderId: `ORD-${at}`, revision: 3, status: 'SHIPPED', closedAt }),
    ),
    aWrite({ orderId: 'ORD-open', revision: 1 }),
  );
  const counts = await book().counts();

  const right = await recount(book());
  const wrong = await recount({ ...book(), counts: async () => ({ ...counts, total: 120 }) });

  expect(right.violations).toEqual([]);
  expect(wrong.violations).toEqual(['all orders: the book says 120, and there are 121']);
});

test('a total that the book has not kept up is named', async () => {
  const page: ReturnType<typeof book>['page'] = async (request, options) => {
    const read = await book().page(request, options);
    return { ...read, totalCount: read.totalCount === null ? null : read.totalCount - 1 };
  };

  const { violations } = await recount({ ...book(), page });

  expect(violations.map((line) => line.split(':')[0])).toEqual(
    expect.arrayContaining(['a list of all', 'a list of SHIPPED', 'a list from a time', 'a list from a total']),
  );
});
