import { defaultLimits, type GatewayOptions, startGateway } from '@waybill/gateway';
import { openLog } from '@waybill/platform';
import { afterAll, beforeAll } from 'vitest';
import { type Driver, gatewayDriver } from './driver.ts';
import { anAccess, aToken } from './tokens.ts';

/** A gateway without neighbours, for requests that it refuses by itself. */
export async function openIsolatedGateway(changes: Partial<GatewayOptions> = {}): Promise<Driver> {
  const gateway = await startGateway({
    orders: unasked(),
    runs: unasked(),
    book: unasked(),
    providers: {
      inventory: { ...unasked(), catalogue: async () => [product] },
      chaos: unasked(),
      context: unasked(),
      audit: unasked(),
      ready: unasked<Record<'ready', never>>().ready,
    },
    access: anAccess(),
    limits: defaultLimits,
    log: openLog('test', 'silent'),
    host: '127.0.0.1',
    port: 0,
    requestTimeoutMs: 60_000,
    verdictTimeoutMs: 5_000,
    graceMs: 100,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    ...changes,
  });
  return gatewayDriver(gateway, await aToken());
}

/** Opens one for all tests of a file; the returned function gives it to a test. */
export function anIsolatedGateway(): () => Driver {
  let gateway: Driver;
  beforeAll(async () => {
    gateway = await openIsolatedGateway();
  });
  afterAll(async () => {
    await gateway.close();
    await gateway.stop();
  });
  return () => gateway;
}

const product = { sku: 'BOOK-001', name: 'Book', prices: [{ amountMinor: 1850, currencyCode: 'USD' }], available: 10 };

const unasked = <Neighbour extends object>(): Neighbour =>
  new Proxy({} as Neighbour, {
    get: (_, name) => () => Promise.reject(new Error(`Nothing here asks a neighbour for ${String(name)}`)),
  });
