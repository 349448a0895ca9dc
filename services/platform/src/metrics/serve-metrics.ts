import type { SettingsOf } from '@waybill/contracts/settings';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { listeningBy } from '../http/listen.ts';
import { serve } from '../http/serve.ts';
import { serviceApp } from '../http/service-app.ts';
import type { Log } from '../log/log.ts';

type MetricsSettings = Pick<SettingsOf<'gateway'>, 'WAYBILL_METRICS_HOST' | 'WAYBILL_METRICS_PORT'>;

/** The address of a process's metrics; undefined if they are not served. */
export const metricsAddress = ({ WAYBILL_METRICS_HOST: host, WAYBILL_METRICS_PORT: port }: MetricsSettings) =>
  port === undefined ? undefined : { host, port };

export type Metrics = { registry: Registry; close: () => Promise<void> };

/**
 * The metrics of this process, its own included: memory, event loop, garbage collection. They are served on a separate
 * port, so that clients of the service cannot reach them.
 */
export async function openMetrics(address: ReturnType<typeof metricsAddress>, log: Log): Promise<Metrics> {
  const registry = new Registry();
  if (!address) return { registry, close: async () => undefined };
  collectDefaultMetrics({ register: registry });
  const app = serviceApp({ log });
  app.get('/metrics', async (c) => c.body(await registry.metrics(), 200, { 'content-type': registry.contentType }));
  const names = 'WAYBILL_METRICS_HOST and WAYBILL_METRICS_PORT';
  const { close } = await listeningBy(names, serve(app, { ...address, log }));
  return { registry, close };
}
