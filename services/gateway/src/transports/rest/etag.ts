import { createHash } from 'node:crypto';
import type { Call, Reply } from './route.ts';

/**
 * A weak entity tag of a body. Percentages and health change without a new revision, so it is computed from the whole
 * body except `asOf`.
 */
export const etagOf = (text: string): string =>
  `W/"${createHash('sha1')
    .update(text.replace(/"asOf":"[^"]*"/g, ''))
    .digest('base64url')}"`;

type Body = { text: string; etag: string };
const bodies = new WeakMap<object, Body>();

/**
 * The JSON of a value and its tag, computed once: shared results are the same object for each reader.
 *
 * A fast path: `npm run bench -- clients` measures it. Delete it when a GET meets that bench's target without it.
 */
function bodyOf(value: object): Body {
  const known = bodies.get(value);
  if (known) return known;
  const text = JSON.stringify(value);
  const made = { text, etag: etagOf(text) };
  bodies.set(value, made);
  return made;
}

/** The response with its tag, without the body if the client has it already. */
export function withEtag(value: object, call: Call): Reply & { headers: { etag: string } } {
  const { text, etag } = bodyOf(value);
  const headers = { ...revalidated, etag };
  return isKnown(call, headers.etag)
    ? { status: 304, headers }
    : { status: 200, body: text, headers: { ...headers, 'content-type': 'application/json' } };
}

const revalidated = { 'cache-control': 'private, no-cache', vary: 'authorization, origin' };

/** `If-None-Match` compares weakly, RFC 9110 §13.1.2. */
const isKnown = ({ header }: Call, etag: string): boolean =>
  (header('if-none-match') ?? '')
    .split(',')
    .map((known) => known.trim())
    .some((known) => known === '*' || known.replace(/^(?!W\/)/, 'W/') === etag);
