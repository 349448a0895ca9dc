import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Whether a request carries one of the tokens. Compared with each of them in constant time, whatever its length. */
export function bringsServiceToken({ headers }: IncomingMessage, tokens: readonly string[]): boolean {
  const given = digestOf(headers.authorization ?? '');
  return tokens.map((token) => timingSafeEqual(given, digestOf(`Bearer ${token}`))).includes(true);
}

const digestOf = (text: string) => createHash('sha256').update(text).digest();
