import { readSettings } from '@waybill/contracts/settings';
import { type Access, createAccess, defaultLimits, type GatewayOptions, startGateway } from '@waybill/gateway';
import { startOrderBook } from '@waybill/order-book';
import { type Guard, type Log, openLog } from '@waybill/platform';
import { startChaos } from '../../services/chaos/src/index.ts';

const now = () => new Date();
const unasked = () => Promise.reject(new Error('Nothing here asks for this'));

const orders: GatewayOptions['orders'] = {
  place: unasked,
  command: unasked,
  read: unasked,
  running: unasked,
  verdict: unasked,
  placedAs: async () => undefined,
  taskFailing: unasked,
  isRunning: unasked,
  undoEffects: unasked,
  reachable: async () => true,
  workers: unasked,
  history: async () => null,
  async *follow() {},
};
const book = {
  find: unasked,
  identity: unasked,
  claimPaymentReference: unasked,
  abandonClaim: unasked,
  byIds: unasked,
  page: unasked,
  journal: unasked,
  changes: unasked,
  setAttention: unasked,
  counts: unasked,
  fullJournal: unasked,
  unbalanced: unasked,
};

/** A gateway without calls to its neighbours. */
export const aLonelyGateway = (guard: Guard, access: Partial<Access> = {}, log: Log = openLog('test', 'silent')) =>
  startGateway({
    orders,
    runs: {} as GatewayOptions['runs'],
    book: { ...book, runs: {} as GatewayOptions['book']['runs'] },
    guard,
    log,
    limits: defaultLimits,
    providers: {} as GatewayOptions['providers'],
    access: {
      ...createAccess({
        WAYBILL_GATEWAY_HOST: '127.0.0.1',
        WAYBILL_JWT_ROLE_CLAIM: 'role',
        WAYBILL_JWT_SECRET: 'a secret that only this test knows of',
        WAYBILL_ALLOWED_ORIGINS: [],
      }),
      ...access,
    },
    host: '127.0.0.1',
    port: 0,
    requestTimeoutMs: 60_000,
    verdictTimeoutMs: 1_000,
    graceMs: 0,
    now,
    newId: () => crypto.randomUUID(),
  });

/** Each service that has a port, on a free one; with what it must be asked to say something of orders. */
export async function allServices({ allowedHosts, serviceTokens }: Guard) {
  const chaos = await startChaos({
    ...readSettings('chaos', { WAYBILL_CHAOS_PORT: '0', LOG_LEVEL: 'silent' }),
    WAYBILL_ALLOWED_HOSTS: [...allowedHosts],
    WAYBILL_SERVICE_TOKEN: serviceTokens?.[0],
    WAYBILL_SECONDARY_SERVICE_TOKEN: serviceTokens?.[1],
  });
  const orderBook = await startOrderBook({
    now,
    log: openLog('test', 'silent'),
    guard: { allowedHosts, serviceTokens },
  });
  const gateway = await aLonelyGateway({ allowedHosts });
  return {
    urls: { chaos: chaos.url, 'order book': orderBook.url, gateway: gateway.url },
    stop: () => Promise.all([chaos.close(), orderBook.stop(), gateway.stop()]),
  };
}

export type Services = Awaited<ReturnType<typeof allServices>>;

/** A path of each service at which orders are told of. */
export const pathsOfOrders = { chaos: '/audit', 'order book': '/changes', gateway: '/graphql?query={__typename}' };
