import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isLoopback } from '@waybill/contracts';
import { BadSettings } from '@waybill/contracts/settings';

/** Whether a request carries the token. Compared in constant time, whatever its length. */
export const bringsServiceToken = ({ headers }: IncomingMessage, token: string): boolean =>
  timingSafeEqual(digestOf(headers.authorization ?? ''), digestOf(`Bearer ${token}`));

const digestOf = (text: string) => createHash('sha256').update(text).digest();

type Given = { NODE_ENV?: string | undefined; WAYBILL_SERVICE_TOKEN?: string | undefined };

/**
 * The token of this process; none on a development machine. `host`: the address that the process listens on, if it
 * does.
 */
export function serviceTokenFrom(given: Given, host = 'localhost'): string | undefined {
  const { NODE_ENV: environment, WAYBILL_SERVICE_TOKEN: token } = given;
  if (token) return token;
  if (environment === 'production') throw new BadSettings('WAYBILL_SERVICE_TOKEN: one is needed in production');
  if (isLoopback(host)) return undefined;
  throw new BadSettings(`WAYBILL_SERVICE_TOKEN: one is needed to listen beyond loopback, on ${host}`);
}
