import { type Database, type DatabaseSettings, type Log, serveDocs, serviceApp } from '@waybill/platform';
import { createAudit } from './audit/audit.ts';
import { createAuditRoutes } from './audit/routes.ts';
import { createHandlers } from './calls/handlers.ts';
import type { Provider } from './calls/provider.ts';
import { createRunOnce } from './calls/run-once.ts';
import { createSweep } from './calls/sweep.ts';
import { createSweepRoutes } from './calls/sweep-routes.ts';
import { createDistributionRoutes } from './chaos/distribution.ts';
import { createLedger } from './chaos/draws.ts';
import { createFaults, type FaultDeps } from './chaos/faults.ts';
import { createChaosLog } from './chaos/log.ts';
import { createPins } from './chaos/pins.ts';
import { createChaosRoutes } from './chaos/routes.ts';
import { createUserContextProvider } from './context/index.ts';
import { createCustomerProvider } from './customer/index.ts';
import { createInventoryProvider, createInventoryUseCases } from './inventory/index.ts';
import { createNotificationProvider } from './notification/index.ts';
import { createPaymentProvider, createPaymentUseCases } from './payment/index.ts';
import { createShippingProvider } from './shipping/index.ts';

export type ChaosDeps = Omit<Provider, 'handlers'> &
  Omit<FaultDeps, 'ledger'> & {
    database: Database;
    log: Log;
    registry?: DatabaseSettings['registry'];
    labelTimeMs: number;
    /** Whether the endpoints of fault injection are served. */
    control: boolean;
  };

/** Recognises repeated calls; replaced in tests that must detect double effects. */
export type Memory = {
  createRunOnce: typeof createRunOnce;
  createPaymentUseCases: typeof createPaymentUseCases;
  createInventoryUseCases: typeof createInventoryUseCases;
};
const soundMemory: Memory = { createRunOnce, createPaymentUseCases, createInventoryUseCases };

/** All providers, each under its own path. */
export function createChaosApp(
  { database, log, registry, control, labelTimeMs, ...deps }: ChaosDeps,
  memory = soundMemory,
) {
  const { query } = database;
  const ledger = createLedger(database);
  const once = memory.createRunOnce(query, deps.now);
  const faults = createFaults({ ...deps, ledger });
  const provider: Provider = { ...deps, handlers: (wire) => createHandlers(query, once, faults, wire) };

  const app = serviceApp({ log, registry });
  app.get('/health', (c) =>
    database.lost() ? c.json({ status: 'lost its database' }, 503) : c.json({ status: 'live' }),
  );
  app.get('/ready', async (c) => {
    const ready = await database.reachable();
    return c.json({ status: ready ? 'ready' : 'unreachable database' }, ready ? 200 : 503);
  });
  const stock = createInventoryProvider(provider, memory.createInventoryUseCases);
  const contexts = [
    { path: '/payment', domain: 'payment', routes: createPaymentProvider(provider, memory.createPaymentUseCases) },
    { path: '/inventory', domain: 'inventory', routes: stock },
    { path: '/shipping', domain: 'shipping', routes: createShippingProvider({ ...provider, labelTimeMs }) },
    { path: '/notification', domain: 'notification', routes: createNotificationProvider(provider) },
    { path: '/context', domain: 'context', routes: createUserContextProvider(provider) },
    { path: '/customers', domain: 'customer', routes: createCustomerProvider(provider) },
  ];
  for (const { path, domain, routes } of contexts) {
    app.route(path, routes);
    app.route(`${path}/chaos`, createDistributionRoutes(domain, ledger));
  }
  app.route('/audit', createAuditRoutes(createAudit(database)));
  app.route('/sweep', createSweepRoutes(createSweep(database, deps.now)));
  if (control)
    app.route('/chaos', createChaosRoutes(ledger, createPins(database), createChaosLog(database.db, deps.pause)));
  app.get('/api/docs', (c) => c.redirect('/docs', 308)); // the path that other systems use
  serveDocs(app, { title: 'Waybill providers', version: '1', description });
  return app;
}

const description = 'Simulated payment, inventory, shipping and other providers with reproducible fault injection.';
