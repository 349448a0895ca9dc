import { readSettings } from '@waybill/contracts/settings';
import type { NamedRole, Process } from './role.ts';

type Measured = Exclude<Process, 'engine'>;

/** How far the port of each process of ours is from the first. */
const offsets: Readonly<Record<Measured, number>> = {
  gateway: 0,
  'chaos service': 1,
  'order book': 2,
  'worker, orders': 3,
  'worker, shipping': 4,
};

/** The port where a process of ours is scraped: from the one that is given upwards. Undefined without the setting. */
export function metricsPorts(env: NodeJS.ProcessEnv): Record<Measured, number> | undefined {
  const first = readSettings('gateway', env).WAYBILL_METRICS_PORT;
  if (!first) return undefined;
  return Object.fromEntries(Object.entries(offsets).map(([name, offset]) => [name, first + offset])) as typeof offsets;
}

/** Gives each process of ours a port of its own for its metrics. */
export function withMetricsPorts(processes: NamedRole[][], env: NodeJS.ProcessEnv): NamedRole[][] {
  const ports = metricsPorts(env);
  if (!ports) return processes;
  const measuredAt = (role: NamedRole): NamedRole => {
    if (role.name === 'engine') return role;
    return { ...role, env: { ...role.env, WAYBILL_METRICS_PORT: `${ports[role.name]}` } };
  };
  return processes.map((roles) => roles.map(measuredAt));
}
