import { IdempotencyKey, limits } from '@waybill/contracts';
import { InvalidInput } from '@waybill/graphql';
import type { Caller } from './caller.ts';

/** The field and the header say the same thing; one of them is enough. */
export function idempotencyKeyOf(
  { idempotencyKey }: { idempotencyKey: string | null },
  { idempotencyKey: header }: Caller,
): string | null {
  if (header === null) return idempotencyKey;
  if (!HeaderKey.safeParse(header).success) {
    throw wrongKey(`in the header Idempotency-Key must be 1 to ${limits.idempotencyKey} printable ASCII characters`);
  }
  if (idempotencyKey !== null && idempotencyKey !== header)
    throw wrongKey('is not what the header Idempotency-Key says');
  return header;
}

/** Beyond ASCII, bytes of a header are read as one client means them and not as another. */
const HeaderKey = IdempotencyKey.regex(/^[\x20-\x7e]*$/);

const wrongKey = (message: string) => new InvalidInput([{ path: ['idempotencyKey'], message }]);
