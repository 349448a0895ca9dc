import { readSettings } from '@waybill/contracts/settings';
import type { NamedRole, Process } from './role.ts';

/** How far the port of each process of ours is from the first. */
const offsets: Readonly<Record<Exclude<Process, 'engine'>, number>> = {
  gateway: 0,
  'chaos service': 1,
  'order book': 2,
  'worker, orders': 3,
  'worker, shipping': 4,
};

/** The ports where the processes are scraped; none without the setting. */
export function metricsPorts(env: NodeJS.ProcessEnv): { of: string; port: number }[] {
  const first = readSettings('gateway', env).WAYBILL_METRICS_PORT;
  return first ? Object.entries(offsets).map(([of, offset]) => ({ of, port: first + offset })) : [];
}

/** Each process has a port of its own for its metrics, from the one that is given upwards. */
export function withMetricsPorts(processes: NamedRole[][], env: NodeJS.ProcessEnv): NamedRole[][] {
  const first = readSettings('gateway', env).WAYBILL_METRICS_PORT;
  if (!first) return processes;
  const measuredAt = (role: NamedRole): NamedRole => {
    if (role.name === 'engine') return role;
    return { ...role, env: { ...role.env, WAYBILL_METRICS_PORT: `${first + offsets[role.name]}` } };
  };
  return processes.map((roles) => roles.map(measuredAt));
}
