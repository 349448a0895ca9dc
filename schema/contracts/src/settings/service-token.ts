import { isLoopback } from '../values/host.ts';
import { BadSettings } from './read.ts';

type Given = { NODE_ENV?: string | undefined; WAYBILL_SERVICE_TOKEN?: string | undefined };

/**
 * The token of this process; none on a development machine. `host`: the address that the process listens on, if it
 * does.
 */
export function serviceTokenFrom(settings: Given, host = 'localhost'): string | undefined {
  const { NODE_ENV: environment, WAYBILL_SERVICE_TOKEN: token } = settings;
  if (token) return token;
  if (environment === 'production') throw new BadSettings('WAYBILL_SERVICE_TOKEN: is required in production');
  if (isLoopback(host)) return undefined;
  throw new BadSettings(`WAYBILL_SERVICE_TOKEN: is required to listen beyond loopback, on ${host}`);
}
