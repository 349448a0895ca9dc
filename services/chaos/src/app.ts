import { type Database, type Log, serviceApp } from '@waybill/platform';
import { doorOf } from './calls/door.ts';
import { onceOn } from './calls/once.ts';
import type { Provider } from './calls/provider.ts';
import { distribution } from './chaos/distribution.ts';
import { type FaultDeps, faultsOf } from './chaos/faults.ts';
import { ledgerOf } from './chaos/ledger.ts';
import { pinsIn } from './chaos/pins.ts';
import { chaosRoutes } from './chaos/routes.ts';
import { inventoryContext } from './inventory/index.ts';
import { notificationContext } from './notification/index.ts';
import { paymentContext } from './payment/index.ts';
import { shippingContext } from './shipping/index.ts';

export type ChaosDeps = Omit<Provider, 'door'> &
  Omit<FaultDeps, 'ledger'> & {
    database: Database;
    log: Log;
    labelTimeMs: number;
    /** Whether the endpoints that say how calls fail are open. */
    control: boolean;
  };

/** All providers, each under its own path. */
export function chaosApp({ database, log, control, labelTimeMs, ...deps }: ChaosDeps) {
  const { db } = database;
  const ledger = ledgerOf(db);
  const once = onceOn(db, deps.now);
  const faults = faultsOf({ ...deps, ledger });
  const provider: Provider = { ...deps, door: (wire) => doorOf(db, once, faults, wire) };

  const app = serviceApp({ log });
  app.get('/health', (c) => c.json({ status: 'live' }));
  app.get('/ready', async (c) => {
    const ready = await database.reachable();
    return c.json({ status: ready ? 'ready' : 'unreachable database' }, ready ? 200 : 503);
  });
  const contexts = {
    payment: paymentContext(provider),
    inventory: inventoryContext(provider),
    shipping: shippingContext({ ...provider, labelTimeMs }),
    notification: notificationContext(provider),
  };
  for (const [domain, context] of Object.entries(contexts)) {
    app.route(`/${domain}`, context);
    app.route(`/${domain}/chaos`, distribution(domain, ledger));
  }
  if (control) app.route('/chaos', chaosRoutes(ledger, pinsIn(db)));
  return app;
}
