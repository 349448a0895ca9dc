import { defaultLimits, type GatewayOptions, startGateway } from '@waybill/gateway';
import { openLog } from '@waybill/platform';
import { fakeOrders } from '../../bench/gateway/fake-orders.ts';
import { anAccess } from '../../services/gateway/test/support/tokens.ts';

const log = openLog('gateway');
const nothing = () => Promise.reject(new Error('Nothing here asks for this'));

const gateway = await startGateway({
  orders: fakeOrders().orders,
  book: {
    find: async () => undefined,
    identity: async () => undefined,
    claimPaymentReference: async ({ orderId }) => ({ orderId, claimedAt: '2026-01-01T00:00:00.000Z', held: true }),
    abandonClaim: async () => ({ abandoned: true }),
    setAttention: async () => undefined,
    byIds: async () => [],
    page: nothing,
    journal: nothing,
    changes: nothing,
    counts: nothing,
    fullJournal: nothing,
    unbalanced: nothing,
    runs: {} as GatewayOptions['book']['runs'],
  },
  runs: {} as GatewayOptions['runs'],
  providers: {} as GatewayOptions['providers'],
  access: anAccess(),
  limits: { ...defaultLimits, costPerSecond: 1e9 },
  log,
  host: '127.0.0.1',
  port: 0,
  requestTimeoutMs: 60_000,
  verdictTimeoutMs: 1_000,
  graceMs: 0,
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
});
log.info({ url: gateway.url }, 'the gateway is listening');
