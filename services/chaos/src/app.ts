import { type Database, type Log, serviceApp } from '@waybill/platform';
import { doorOf } from './calls/door.ts';
import { onceOn } from './calls/once.ts';
import type { Provider } from './calls/provider.ts';
import { noFaults } from './chaos/faults.ts';
import { inventoryContext } from './inventory/index.ts';
import { notificationContext } from './notification/index.ts';
import { paymentContext } from './payment/index.ts';
import { shippingContext } from './shipping/index.ts';

export type ChaosDeps = {
  database: Database;
  log: Log;
  now: () => Date;
  newId: () => string;
  until: Provider['until'];
  labelTimeMs: number;
};

/** All providers, each under its own path. */
export function chaosApp({ database, log, labelTimeMs, ...deps }: ChaosDeps) {
  const once = onceOn(database.db, deps.now);
  const provider: Provider = { ...deps, door: (wire) => doorOf(database.db, once, noFaults, wire) };
  const app = serviceApp({ log });
  app.get('/health', (c) => c.json({ status: 'live' }));
  app.get('/ready', async (c) => {
    const ready = await database.reachable();
    return c.json({ status: ready ? 'ready' : 'unreachable database' }, ready ? 200 : 503);
  });
  app.route('/payment', paymentContext(provider));
  app.route('/inventory', inventoryContext(provider));
  app.route('/shipping', shippingContext({ ...provider, labelTimeMs }));
  app.route('/notification', notificationContext(provider));
  return app;
}
