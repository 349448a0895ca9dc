import { createHash } from 'node:crypto';
import { type PRNG, ulid } from 'ulid';

const length = 26;
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An order id that sorts by the time it was made. */
export const newOrderId = (now?: number, random?: PRNG): string => newId('ORD-', now, random);

/** An id that sorts by the time it was made: a prefix and a ULID. */
export const newId = (prefix: string, now?: number, random?: PRNG): string => prefix + ulid(now, random);

/** The order id derived from a caller's idempotency key, so that keys need no registry. */
export const orderIdOfKey = (caller: string, idempotencyKey: string): string => idOfKey('ORD-', caller, idempotencyKey);

/** The id with this prefix derived from a caller's idempotency key. */
export const idOfKey = (prefix: string, caller: string, idempotencyKey: string): string =>
  prefix + inCrockford(createHash('sha256').update(`${caller}\0${idempotencyKey}`).digest());

/** The first 130 bits, five a character; a ULID has 128, so the package cannot write this. */
function inCrockford(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const characters = Array.from({ length }, (_, at) => crockford[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]);
  return characters.join('');
}
