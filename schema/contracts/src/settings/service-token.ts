import { isLoopback } from '../values/host.ts';
import { BadSettings } from './read.ts';

type Given = { NODE_ENV?: string | undefined; WAYBILL_SERVICE_TOKEN?: string | undefined };
type Accepting = Given & { WAYBILL_SECONDARY_SERVICE_TOKEN?: string | undefined };

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

/** The tokens that this process accepts from its callers: two while one replaces the other. */
export function acceptedServiceTokensFrom(settings: Accepting, host: string): [string, ...string[]] | undefined {
  const token = serviceTokenFrom(settings, host);
  const { WAYBILL_SECONDARY_SERVICE_TOKEN: secondary } = settings;
  return token === undefined ? undefined : [token, ...(secondary === undefined ? [] : [secondary])];
}
