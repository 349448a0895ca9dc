import { createHash } from 'node:crypto';
import type { Call, Reply } from './route.ts';

/**
 * A weak entity tag of a body. Percent and health move without a new revision, so it is made of the whole body but for the
 * time at which the state was read.
 */
export const etagOf = (text: string): string =>
  `W/"${createHash('sha1')
    .update(text.replace(/"asOf":"[^"]*"/g, ''))
    .digest('base64url')}"`;

/** The response with its tag; without its body where the client has it already. */
export function withEtag(value: unknown, call: Call): Reply & { headers: { etag: string } } {
  const text = JSON.stringify(value);
  const headers = { ...revalidated, etag: etagOf(text) };
  return isKnown(call, headers.etag)
    ? { status: 304, headers }
    : { status: 200, body: text, headers: { ...headers, 'content-type': 'application/json' } };
}

const revalidated = { 'cache-control': 'private, no-cache', vary: 'authorization' };

/** `If-None-Match` compares weakly, RFC 9110 §13.1.2. */
const isKnown = ({ header }: Call, etag: string): boolean =>
  (header('if-none-match') ?? '')
    .split(',')
    .map((known) => known.trim())
    .some((known) => known === '*' || known.replace(/^(?!W\/)/, 'W/') === etag);
