import { readSettings } from '@waybill/contracts/settings';
import type { Role } from './role.ts';

const measured = ['gateway', 'chaos service', 'order book', 'worker, orders', 'worker, shipping'];

/** Each process has a port of its own for its metrics, from the one that is given upwards. */
export function withMetricsPorts<Named extends Role>(cast: Named[][], env: NodeJS.ProcessEnv): Named[][] {
  const first = readSettings('gateway', env).WAYBILL_METRICS_PORT;
  if (!first) return cast;
  const measuredAt = (role: Named): Named => {
    const at = measured.indexOf(role.name);
    return at < 0 ? role : { ...role, env: { ...role.env, WAYBILL_METRICS_PORT: `${first + at}` } };
  };
  return cast.map((roles) => roles.map(measuredAt));
}
