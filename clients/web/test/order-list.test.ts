import type { OrderSummaryFragment } from '@waybill/client';
import { describe, expect, test } from 'vitest';
import { createOrderList } from '../src/order-list/order-list.ts';
import { aSummary } from './support/order.ts';

type Change = { kind: string; order: OrderSummaryFragment };

const orders = Array.from({ length: 150 }, (_, at) =>
  aSummary({ id: `ORD-${at + 1}`, createdAt: new Date(Date.UTC(2026, 10, 27) - at * 60_000).toISOString() }),
);

/** A gateway with 150 orders, which can be unreachable. */
function aGateway() {
  const cursors: unknown[] = [];
  const gateway = { asked: cursors, isAway: false };
  const request = async (_document: unknown, variables: { after?: string }) => {
    cursors.push(variables.after);
    if (gateway.isAway) throw new Error('No response');
    const from = Number(variables.after ?? 0);
    const pageInfo = { hasNextPage: from + 100 < orders.length, endCursor: String(from + 100) };
    return { orders: { nodes: orders.slice(from, from + 100), pageInfo, changesCursor: 'now' } };
  };
  return Object.assign(gateway, { request });
}

/** A list of these orders in pages of 100; the test triggers its changes and frames. */
function aList({ after }: { after?: string } = {}) {
  const gateway = aGateway();
  const changes: Change[] = [];
  const frames: (() => void)[] = [];
  let wake = () => {};
  async function* follow() {
    for (;;) {
      yield* changes.splice(0);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  const list = createOrderList(
    { request: gateway.request, orders: { changes: follow } } as never,
    { filter: null, orderBy: 'NEWEST', after },
    (run) => frames.push(run),
  );
  return {
    ...list,
    gateway,
    read: () => expect.poll(() => list.get().loading).toBe(false),
    async change(...come: Change[]) {
      changes.push(...come);
      wake();
      await expect.poll(() => frames.length).toBeGreaterThan(0);
      for (const frame of frames.splice(0)) frame();
    },
  };
}

const idsOf = (list: ReturnType<typeof aList>) => list.get().rows.map(({ order }) => order.id);
const left = (order: OrderSummaryFragment | undefined): Change => ({ kind: 'LEFT', order: order as never });

describe('a list of orders', () => {
  test('reads on after decided orders have left it, so that the last order is reached', async () => {
    const list = aList();
    await list.read();

    await list.change(...orders.slice(0, 100).map(left));
    list.dropLeft();
    await list.read();

    expect(idsOf(list)).toEqual(orders.slice(100).map(({ id }) => id));
  });

  test('keeps its rows when a page fails, and reads that page on request', async () => {
    const list = aList();
    await list.read();
    list.gateway.isAway = true;
    list.more();
    await list.read();
    expect([idsOf(list).length, String(list.get().error)]).toEqual([100, 'Error: No response']);

    list.more(); // scrolling does not flood an unreachable gateway
    list.gateway.isAway = false;
    list.readOn();
    await list.read();

    expect(list.gateway.asked).toEqual([undefined, '100', '100']);
    expect([idsOf(list).length, list.get().error]).toEqual([150, undefined]);
  });

  test('that begins after a cursor shows nothing before it, and only those new orders that belong there', async () => {
    const list = aList({ after: '100' });
    await list.read();
    const [newer, among] = [aSummary({ id: 'NEW' }), aSummary({ id: 'AMONG' })];
    newer.createdAt = '2026-11-28T00:00:00.000Z';
    among.createdAt = orders[120]?.createdAt ?? '';

    await list.change({ kind: 'MATCHES', order: newer }, { kind: 'MATCHES', order: among });

    expect(idsOf(list)[0]).toBe('ORD-101');
    expect(list.get().fresh.map(({ id }) => id)).toEqual(['AMONG']);
  });

  test('knows the page of each row, including rows that came later', async () => {
    const list = aList();
    await list.read();
    list.more();
    await list.read();
    const among = { ...aSummary({ id: 'AMONG' }), createdAt: orders[120]?.createdAt ?? '' };
    await list.change({ kind: 'MATCHES', order: among });
    list.showFresh();

    const pages = new Map(list.get().rows.map(({ order, after }) => [order.id, after]));

    expect(['ORD-1', 'ORD-100', 'ORD-101', 'AMONG'].map((id) => pages.get(id))).toEqual([
      ...[undefined, undefined, '100', '100'],
    ]);
  });
});
