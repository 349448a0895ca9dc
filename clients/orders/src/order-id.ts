import { createHash, randomBytes } from 'node:crypto';

const length = 26;
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An order id that sorts by the time it was made. */
export const newOrderId = (now?: number, random?: Buffer): string => newId('ORD-', now, random);

/** An id that sorts by the time it was made: a prefix and a ULID. */
export function newId(prefix: string, now: number = Date.now(), random: Buffer = randomBytes(10)): string {
  const time = Buffer.alloc(6);
  time.writeUIntBE(now, 0, 6);
  // Two bits in front: 26 characters hold 130 bits, a ULID 128.
  return prefix + inCrockford(`00${bitsOf(time)}${bitsOf(random)}`);
}

/** The one order id that a caller's idempotency key stands for, so that a key needs no register. */
export const orderIdOfKey = (caller: string, idempotencyKey: string): string => idOfKey('ORD-', caller, idempotencyKey);

/** The one id with this prefix that a caller's idempotency key stands for. */
export const idOfKey = (prefix: string, caller: string, idempotencyKey: string): string =>
  prefix + inCrockford(bitsOf(createHash('sha256').update(`${caller}\0${idempotencyKey}`).digest()));

function inCrockford(bits: string): string {
  const characters = Array.from({ length }, (_, at) => crockford[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]);
  return characters.join('');
}

const bitsOf = (bytes: Buffer): string => [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
