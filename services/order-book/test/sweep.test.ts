import { createOrderBookClient } from '@waybill/order-book-client';
import { openLog } from '@waybill/platform';
import { expect, test } from 'vitest';
import { startOrderBook } from '../src/index.ts';
import { aStory } from './support/orders.ts';
import { aRun, aRunWrite } from './support/runs.ts';
import { opening, writtenAt } from './support/test-book.ts';

const dayMs = 24 * 60 * 60 * 1000;

test(
  'a sweep keeps the newest change of orders and runs without changes for a week, and everything else of them',
  async () => {
    let now = writtenAt;
    const server = await startOrderBook({ log: openLog('order-book', 'silent'), now: () => now });
    const book = createOrderBookClient({ baseUrl: server.url });
    for (const write of aStory('o-1', ['RECEIVED', 'PROCESSING', 'SHIPPED'])) await book.record('o-1', write);
    for (const revision of [1, 2, 3]) await book.runs.record('RUN-1', aRunWrite(aRun('RUN-1', { revision })));
    const before = async () => [
      (await book.changes({ after: '0' })).changes[0]?.previousStatus,
      (await book.runs.changes({ after: '0' })).changes[0]?.previousStatus,
    ];

    now = new Date(writtenAt.getTime() + 6 * dayMs);
    await book.sweep();
    const soon = await before();
    now = new Date(writtenAt.getTime() + 8 * dayMs);
    const swept = await Promise.all([book.sweep(), book.sweep()]);
    const late = await before();

    expect(swept).toEqual([{ swept: true }, { swept: true }]);
    expect([soon, late]).toEqual([
      [null, null],
      ['PROCESSING', 'RUNNING'],
    ]);
    expect((await book.journal('o-1')).entries).toHaveLength(3);
    expect((await book.runs.journal('RUN-1')).entries).toHaveLength(3);
    await book.close();
    await server.stop();
  },
  opening,
);
