import type { JournalEntry } from '@waybill/contracts/domain';
import { createYoga } from 'graphql-yoga';
import {
  type Audit,
  type ChaosSettings,
  type Context,
  type OrderCommand,
  type OrderSnapshot,
  type RunSnapshot,
  schema,
  type Viewer,
} from '../src/index.ts';
import { aRun, aRunEntry } from './a-run.ts';
import { anEntry, anOrder, usd } from './an-order.ts';

export * from './an-order.ts';

export const ada: Viewer = { id: 'ada', role: 'CUSTOMER' };
export const bob: Viewer = { id: 'bob', role: 'CUSTOMER' };
export const manager: Viewer = { id: 'mia', role: 'MANAGER' };
export const operator: Viewer = { id: 'otto', role: 'OPERATOR' };

export const products = [
  { sku: 'MUG', name: 'Mug', prices: [usd(1250), { amountMinor: 1200, currencyCode: 'EUR' }], available: 7 },
  { sku: 'FAN', name: 'Fan', prices: [{ amountMinor: 1500, currencyCode: 'JPY' }], available: 3 },
];

const calm: ChaosSettings = {
  profile: 'CALM',
  seed: 'seed',
  operations: [
    {
      operation: 'payment.authorize',
      shares: [{ outcome: 'success', percent: 100 }],
      outcomes: ['success', 'timeout'],
    },
  ],
  pins: [],
  enabled: true,
};

const aCall = {
  cursor: '7',
  at: '2026-01-02T03:05:05.000Z',
  orderId: 'ORD-1',
  operation: 'payment.authorize',
  attempt: 2,
  outcome: 'timeout',
  pinned: false,
};

const anAudit: Audit = {
  asOf: '2026-01-02T03:05:05.000Z',
  balanced: false,
  problemCount: 2,
  problems: [
    { code: 'CHARGED_TWICE', message: 'Order ORD-1 breaks a rule: An order is charged once', orderId: 'ORD-1' },
    { code: 'STOCK_DIFFERS', message: 'Product MUG breaks a rule: What is taken is gone', orderId: null },
  ],
  captured: [usd(1250)],
  refunded: [usd(50)],
  openHolds: [],
  stock: [{ sku: 'MUG', initial: 9, available: 7, reserved: 1, shipped: 1 }],
};

const aSettlement = {
  orderId: 'ORD-1',
  undoes: 'CAPTURE_PAYMENT' as const,
  settledBy: 'otto',
  note: 'Refunded in the console',
  at: '2026-01-02T03:05:05.000Z',
};

const anEngineEvent = {
  ...{ id: 7, type: 'TimerFired', at: '2026-01-02T03:05:05.000Z' },
  ...{ step: null, detail: { timerId: '1' } },
};

const noCounts = { total: 0, byStatus: [], needingAttention: 0, stuck: 0, oldestWaitingSince: null };

const usual = { page: 100, items: 100 };
type World = {
  orders?: OrderSnapshot[];
  runs?: RunSnapshot[];
  journal?: JournalEntry[];
  totalCount?: number;
  /** What the desks say instead of doing as they are told. */
  refusal?: Error;
};

/** A shop whose desks do as they are told, and keep a journal of what reached them. */
export function aShop({
  orders = [anOrder()],
  runs = [],
  journal = [anEntry(1), anEntry(2)],
  totalCount = 1,
  refusal,
}: World = {}) {
  const reached: [desk: string, ...with: unknown[]][] = [];
  const reach = (...entry: (typeof reached)[number]) => {
    reached.push(entry);
    if (refusal) throw refusal;
  };
  const lookedUp: string[] = [];
  const find = (id: string) => {
    lookedUp.push(id);
    return orders.find(({ orderId }) => orderId === id);
  };
  const findRun = (id: string) => runs.find(({ runId }) => runId === id);
  const firstRun = (): RunSnapshot => runs[0] ?? aRun();
  const first = (): OrderSnapshot => orders[0] ?? anOrder();
  const pageOf = <T>(nodes: T[]) => ({
    edges: nodes.map((node, at) => ({ cursor: `c${at + 1}`, node })),
    hasNextPage: true,
    hasPreviousPage: false,
  });

  const desks: Omit<Context, 'viewer' | 'limits'> = {
    correlationId: 'c-1',
    expiresAt: '2026-01-02T04:04:05.000Z',
    orders: {
      place: async (order) => {
        reach('place', order);
        return first();
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
      watch: async function* () {
        yield* orders;
      },
      events: async function* (_id, afterSeq) {
        yield* journal.filter(({ seq }) => seq > afterSeq);
      },
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
      history: async (id, query) => {
        reach('history', id, query);
        return pageOf([anEngineEvent]);
      },
      journal: async (query) => {
        reach('journal', query);
        return pageOf(journal.map((entry) => ({ orderId: 'ORD-1', entry })));
      },
    },
    services: {
      health: async () => [{ name: 'gateway', ok: true, since: '2026-01-02T03:05:05.000Z', build: null, detail: null }],
    },
    audit: {
      latest: async () => anAudit,
      settled: async (first) => {
        reach('settled', first);
        return [aSettlement];
      },
    },
    runs: {
      start: async (run) => {
        reach('start', run);
        return aRun(run.kind);
      },
      command: async (command) => {
        reach('command', command);
        return firstRun();
      },
      find: async (id) => findRun(id),
      findMany: async (ids) => ids.map(findRun),
      page: async (query) => {
        reach('page', query);
        return { ...pageOf(runs), changesCursor: 'feed-9' };
      },
      timeline: async ({ runId }, page) => {
        reach('timeline', runId, page);
        return pageOf([aRunEntry(1)]);
      },
      history: async (id, query) => {
        reach('history', id, query);
        return null;
      },
      watch: async function* () {
        yield* runs;
      },
      changes: (filter, after) => {
        reach('changes', filter, after);
        return (async function* () {
          yield { kind: 'MATCHES' as const, run: firstRun(), cursor: 'feed-10' };
        })();
      },
    },
    userContexts: {
      gather: async (userId, strategy) => {
        reach('gather', userId, strategy);
        return { location: null, weather: null, catFact: 'Cats purr', problems: [] };
      },
    },
    catalogue: {
      products: async () => products.map((product) => ({ ...product, asOf: '2026-01-02T03:05:05.000Z' })),
      restock: async (sku, quantity) => {
        reach('restock', sku, quantity);
        return { sku, name: 'Mug', prices: [usd(1250)], available: 7 + quantity, asOf: '2026-01-02T03:05:05.000Z' };
      },
    },
    chaos: {
      settings: async () => calm,
      change: async (change) => {
        reach('change', change);
        return { ...calm, profile: change.profile ?? 'CUSTOM' };
      },
      pin: async (pin) => {
        reach('pin', pin);
        return calm;
      },
      reset: async () => {
        reach('reset');
        return calm;
      },
      log: async (query) => {
        reach('log', query);
        return pageOf([aCall]);
      },
      follow: (orderId, after) => {
        reach('follow', orderId, after);
        return (async function* () {
          yield aCall;
        })();
      },
    },
  };

  return { reached, lookedUp, as: (viewer: Viewer | null, limits = usual) => aClient({ ...desks, viewer, limits }) };
}

export type Answer = {
  data?: unknown;
  errors?: { message: string; path?: string[]; extensions: { code: string } }[];
};

function aClient(context: Context) {
  const yoga = createYoga({ schema, context, logging: false });
  const post = (accept: string, query: string, variables?: object) =>
    yoga.fetch('http://gateway.test/graphql', {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });

  return {
    asks: async (query: string, variables?: object): Promise<Answer> =>
      (await post('application/json', query, variables)).json(),

    /** Every message of a subscription, until it completes. */
    follows: async (query: string, variables?: object): Promise<Answer[]> => {
      const events = await (await post('text/event-stream', query, variables)).text();
      const messages = [...events.matchAll(/^event: next\ndata: (.*)$/gm)];
      return messages.map(([, data = '']) => JSON.parse(data));
    },
  };
}

/** The one top-level error of an answer. */
export const codeOf = ({ errors }: Answer): string | undefined => errors?.[0]?.extensions.code;
