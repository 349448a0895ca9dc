import { EventEmitter, on } from 'node:events';
import { type JournalEntry, type OrderState, orderAsPlaced } from '@waybill/contracts/domain';
import { defaultLimits, type GatewayOptions, startGateway } from '@waybill/gateway';
import { openLog } from '@waybill/platform';
import { gatewayDriver } from './driver.ts';
import { anAccess, aToken } from './tokens.ts';

/** A hundred thousand characters: what nobody reads soon fills all that the operating system holds for a connection. */
const long = 'much '.repeat(20_000);

export type BusyOrder = Awaited<ReturnType<typeof aBusyOrder>>;

/** A gateway on a real port, and one order in which long things happen when they are told to. */
export async function aBusyOrder(limits: Partial<GatewayOptions['limits']> = {}, now = () => new Date()) {
  const engine = createBusyEngine();
  engine.happen();
  const gateway = await startGateway({
    orders: engine.orders,
    book: emptyBook,
    runs: {} as GatewayOptions['runs'],
    providers: {} as GatewayOptions['providers'],
    access: anAccess(),
    limits: { ...defaultLimits, costPerSecond: 1e9, ...limits },
    log: openLog('test', 'silent'),
    host: '127.0.0.1',
    port: 0,
    requestTimeoutMs: 60_000,
    verdictTimeoutMs: 1_000,
    graceMs: 0,
    now,
    newId: () => crypto.randomUUID(),
  });
  const driver = gatewayDriver(gateway, await aToken());
  return {
    driver,
    happen: engine.happen,
    usage: gateway.usage,
    /** The number of watches that listen to the engine. */
    listeners: engine.listeners,
    /** How much has happened. */
    happened: engine.happened,
    [Symbol.asyncDispose]: async () => {
      await driver.close();
      await gateway.stop();
    },
  };
}

function createBusyEngine() {
  const news = new EventEmitter().setMaxListeners(0);
  const journal: JournalEntry[] = [];
  const order = (): OrderState => ({ ...placed, status: 'PROCESSING', revision: journal.length });
  const after = (seq: number) => ({ order: order(), journal: journal.slice(seq), running: null, taskFailing: false });

  const orders: GatewayOptions['orders'] = {
    ...idleOrders,
    read: async (_, seq = 0) => after(seq),
    async *follow(_, afterSeq, signal) {
      let told = afterSeq;
      const happened = on(news, 'happened', { signal });
      try {
        for (;;) {
          const answer = after(told);
          told = journal.length;
          yield answer;
          await happened.next();
        }
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
  const happen = () => {
    journal.push(longEntry(journal.length + 1));
    news.emit('happened');
  };
  return { orders, happen, listeners: () => news.listenerCount('happened'), happened: () => journal.length };
}

const longEntry = (seq: number): JournalEntry => ({
  seq,
  type: 'STEP_STARTED',
  at: placed.createdAt,
  actor: null,
  step: null,
  detail: { long },
});

const unasked = () => Promise.reject(new Error('Nothing here asks for this'));

const idleOrders = {
  place: unasked,
  command: unasked,
  verdict: async () => null,
  running: async () => null,
  undoEffects: async () => 'UNDOING',
  placedAs: async () => undefined,
  taskFailing: async () => false,
  isRunning: async () => false,
  reachable: async () => true,
  workers: async () => ({ orders: { pollers: [], routes: [] }, shipments: { pollers: [], routes: [] } }),
  history: async () => null,
} satisfies Partial<GatewayOptions['orders']>;

const emptyBook: GatewayOptions['book'] = {
  find: async () => undefined,
  identity: async () => undefined,
  claimPaymentReference: async ({ orderId }) => ({ orderId, claimedAt: '2026-01-01T00:00:00.000Z', held: true }),
  abandonClaim: async () => ({ abandoned: true }),
  setAttention: async () => undefined,
  byIds: async () => [],
  page: unasked,
  changes: unasked,
  counts: unasked,
  fullJournal: unasked,
  unbalanced: unasked,
  journal: async () => ({ entries: [], hasMore: false, hasEarlier: false }),
  runs: {} as GatewayOptions['book']['runs'],
};

/** Its items, too, are long to tell. */
const placed = orderAsPlaced({
  orderId: 'ORD-1',
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  plan: 'AUTHORIZE_FIRST',
  items: [{ sku: 'TEA', name: long, quantity: 1, unitPrice: { amountMinor: 450, currencyCode: 'USD' } }],
  total: { amountMinor: 450, currencyCode: 'USD' },
  shippingAddress: { street: '1 Main St', city: 'Springfield', state: null, zip: '62701', country: 'US' },
  requiresApproval: false,
  approvalTimeoutMs: 1_000,
  autoApproveAfterMs: null,
  fingerprint: '',
  placedAt: '2026-01-01T00:00:00.000Z',
  placedBy: 'CUST-1',
  correlationId: 'c-1',
});
