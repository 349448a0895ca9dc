import type { JournalEntry } from '@waybill/contracts/domain';
import type { Context, OrderCommand, OrderSnapshot } from '../src/index.ts';
import { anOrder } from './an-order.ts';
import { pageOf, type Reach } from './port-calls.ts';

type OrderPort = Context['orders'];
type OrdersOfTest = { orders: OrderSnapshot[]; journal: JournalEntry[]; totalCount: number };

const anEngineEvent = {
  id: 7,
  type: 'TimerFired',
  at: '2026-01-02T03:05:05.000Z',
  step: null,
  compensation: null,
  detail: { timerId: '1' },
};

const noCounts = { total: 0, byStatus: [], needingAttention: 0, stuck: 0, oldestWaitingSince: null };

/** A port of orders that does as it is told. `lookedUp` has every id that was asked for. */
export function createTestOrderPort(ofTest: OrdersOfTest, reach: Reach) {
  const lookedUp: string[] = [];
  return { lookedUp, port: { ...createReads(ofTest, reach, lookedUp), ...createStreams(ofTest, reach) } };
}

function createReads({ orders, journal, totalCount }: OrdersOfTest, reach: Reach, lookedUp: string[]) {
  const first = (): OrderSnapshot => orders[0] ?? anOrder();
  const find = (id: string) => {
    lookedUp.push(id);
    return orders.find(({ orderId }) => orderId === id);
  };
  return {
    place: async (order) => {
      reach('place', order);
      return { order: first(), placed: true };
    },
    command: async (command: OrderCommand) => {
      reach('command', command);
      return first();
    },
    find: async (id) => find(id),
    findMany: async (ids) => {
      reach('findMany', ids);
      return ids.map(find);
    },
    page: async (query) => {
      reach('page', query);
      const counted = query.countTotal ? totalCount : null;
      return { ...pageOf(orders), totalCount: counted, changesCursor: 'feed-9' };
    },
    timeline: async ({ orderId }, page) => {
      reach('timeline', orderId, page);
      return pageOf(journal);
    },
    history: async (id, query) => {
      reach('history', id, query);
      return pageOf([anEngineEvent]);
    },
    journal: async (query) => {
      reach('journal', query);
      return pageOf(journal.map((entry) => ({ orderId: 'ORD-1', entry })));
    },
  } satisfies Partial<OrderPort>;
}

function createStreams({ orders, journal }: OrdersOfTest, reach: Reach) {
  const first = (): OrderSnapshot => orders[0] ?? anOrder();
  return {
    watch: async function* () {
      yield* orders;
    },
    events: async (_id, afterSeq) =>
      (async function* () {
        yield* journal.filter(({ seq }) => seq > afterSeq);
      })(),
    changes: (filter, after) => {
      reach('changes', filter, after);
      return (async function* () {
        yield { kind: 'MATCHES' as const, order: first(), cursor: 'feed-10' };
      })();
    },
    counts: async (customerId) => {
      reach('counts', customerId);
      return { ...noCounts, total: orders.length };
    },
    countsChanged: (customerId) => {
      reach('countsChanged', customerId);
      return (async function* () {
        yield noCounts;
      })();
    },
  } satisfies Partial<OrderPort>;
}
