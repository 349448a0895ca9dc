import type { BookedOrder } from '@waybill/contracts';
import { type OrderState, orderAsPlaced } from '@waybill/contracts/domain';
import { type Access, defaultLimits, type GatewayOptions, type Limits, startGateway } from '@waybill/gateway';
import { anOrder } from '@waybill/orders-client/testing';
import { openLog } from '@waybill/platform';
import { createBookDouble } from './book-double.ts';
import { gatewayDriver } from './driver.ts';
import { createEngineDouble } from './engine-double.ts';
import { createProvidersDouble } from './providers-double.ts';
import { createRunBookDouble } from './run-book-double.ts';
import { createRunEngineDouble } from './run-engine-double.ts';
import { anAccess, aToken } from './tokens.ts';

export { product } from './providers-double.ts';

export type Fixture = Awaited<ReturnType<typeof aGatewayWithDoubles>>;

type Options = {
  limits?: Partial<Limits>;
  access?: Partial<Access>;
  log?: GatewayOptions['log'];
  /** Instead of the double. */
  book?: GatewayOptions['book'];
  now?: () => Date;
  registry?: GatewayOptions['registry'];
};

/** A gateway with its real transports, and doubles of engine, book and providers that a test controls. */
export async function aGatewayWithDoubles(options: Options = {}) {
  const { limits, access, registry, log = openLog('test', 'silent'), now = () => new Date() } = options;
  /** Every call to the engine, the book and the providers. */
  const calls: string[] = [];
  const called = (name: string) => void calls.push(name);
  const { orders, ...engine } = createEngineDouble(called);
  const { book, ...written } = createBookDouble(called);
  const { providers, products } = createProvidersDouble(called);
  const { runs, ...runEngine } = createRunEngineDouble(called);
  const { runs: runBook, ...bookedRuns } = createRunBookDouble(called);
  const neighbours = { orders, runs, book: options.book ?? { ...book, runs: runBook }, providers };
  const gateway = await startGateway({
    ...neighbours,
    access: anAccess(access),
    limits: { ...defaultLimits, costPerSecond: 1e9, ...limits },
    log,
    registry,
    host: '127.0.0.1',
    port: 0,
    requestTimeoutMs: 60_000,
    verdictTimeoutMs: 50,
    graceMs: 0,
    now,
    newId: () => crypto.randomUUID(),
  });
  const driver = gatewayDriver(gateway, await aToken());
  const close = async () => {
    await driver.close();
    await gateway.stop();
  };
  const ofRuns = { ...runEngine, ...bookedRuns };
  return { calls, neighbours, ...engine, ...written, ofRuns, products, gateway: driver, close };
}

/** A running order. */
export const anOrderUnderWay = (orderId: string, changes: Partial<OrderState> = {}): OrderState => ({
  ...orderAsPlaced({ ...anOrder(), orderId, fingerprint: '' }),
  status: 'PROCESSING',
  revision: 1,
  ...changes,
});

export const inTheBook = (order: OrderState): BookedOrder => ({
  order,
  attention: null,
  fingerprint: '',
  asOf: order.updatedAt,
});
