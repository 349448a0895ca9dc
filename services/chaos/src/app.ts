import { type Database, type Log, serveDocs, serviceApp } from '@waybill/platform';
import { auditOf } from './audit/books.ts';
import { auditRoutes } from './audit/routes.ts';
import { doorOf } from './calls/door.ts';
import { onceOn } from './calls/once.ts';
import type { Provider } from './calls/provider.ts';
import { distribution } from './chaos/distribution.ts';
import { type FaultDeps, faultsOf } from './chaos/faults.ts';
import { ledgerOf } from './chaos/ledger.ts';
import { pinsIn } from './chaos/pins.ts';
import { chaosRoutes } from './chaos/routes.ts';
import { contextContext } from './context/index.ts';
import { customerContext } from './customer/index.ts';
import { inventoryContext, inventoryUseCases } from './inventory/index.ts';
import { notificationContext } from './notification/index.ts';
import { paymentContext, paymentUseCases } from './payment/index.ts';
import { shippingContext } from './shipping/index.ts';

export type ChaosDeps = Omit<Provider, 'door'> &
  Omit<FaultDeps, 'ledger'> & {
    database: Database;
    log: Log;
    labelTimeMs: number;
    /** Whether the endpoints that say how calls fail are open. */
    control: boolean;
  };

/** What recognises a call that was made before; a test of those who look for double effects has it replaced. */
export type Memory = {
  onceOn: typeof onceOn;
  paymentUseCases: typeof paymentUseCases;
  inventoryUseCases: typeof inventoryUseCases;
};
const soundMemory: Memory = { onceOn, paymentUseCases, inventoryUseCases };

/** All providers, each under its own path. */
export function chaosApp({ database, log, control, labelTimeMs, ...deps }: ChaosDeps, memory = soundMemory) {
  const { query } = database;
  const ledger = ledgerOf(database);
  const once = memory.onceOn(query, deps.now);
  const faults = faultsOf({ ...deps, ledger });
  const provider: Provider = { ...deps, door: (wire) => doorOf(query, once, faults, wire) };

  const app = serviceApp({ log });
  app.get('/health', (c) =>
    database.lost() ? c.json({ status: 'lost its database' }, 503) : c.json({ status: 'live' }),
  );
  app.get('/ready', async (c) => {
    const ready = await database.reachable();
    return c.json({ status: ready ? 'ready' : 'unreachable database' }, ready ? 200 : 503);
  });
  const contexts = [
    { path: '/payment', domain: 'payment', routes: paymentContext(provider, memory.paymentUseCases) },
    { path: '/inventory', domain: 'inventory', routes: inventoryContext(provider, memory.inventoryUseCases) },
    { path: '/shipping', domain: 'shipping', routes: shippingContext({ ...provider, labelTimeMs }) },
    { path: '/notification', domain: 'notification', routes: notificationContext(provider) },
    { path: '/context', domain: 'context', routes: contextContext(provider) },
    { path: '/customers', domain: 'customer', routes: customerContext(provider) },
  ];
  for (const { path, domain, routes } of contexts) {
    app.route(path, routes);
    app.route(`${path}/chaos`, distribution(domain, ledger));
  }
  app.route('/audit', auditRoutes(auditOf(database)));
  if (control) app.route('/chaos', chaosRoutes(ledger, pinsIn(database)));
  serveDocs(app, { title: 'Waybill providers', version: '1', description });
  return app;
}

const description = 'Payment, inventory, shipping and the rest, which fail as the real world does, but repeatably.';
