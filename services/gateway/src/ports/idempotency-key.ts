import { IdempotencyKey, limits } from '@waybill/contracts';
import { commandIdShape } from '@waybill/contracts/domain';
import { InvalidInput } from '@waybill/graphql';
import type { Caller } from './caller.ts';

/** The field and the header are equivalent; one of them is enough. */
export function idempotencyKeyOf(
  { idempotencyKey }: { idempotencyKey: string | null },
  { idempotencyKey: header }: Caller,
): string | null {
  if (header === null) return idempotencyKey;
  if (!HeaderKey.safeParse(header).success) {
    throw wrongKey(`in the header Idempotency-Key must be 1 to ${limits.idempotencyKey} printable ASCII characters`);
  }
  if (idempotencyKey !== null && idempotencyKey !== header) throw wrongKey('must equal the header Idempotency-Key');
  return header;
}

/** Only ASCII: clients disagree about the encoding of other characters in a header. */
const HeaderKey = IdempotencyKey.regex(/^[\x20-\x7e]*$/);

const wrongKey = (message: string) => new InvalidInput([{ path: ['idempotencyKey'], message }]);

/** The id of a command, which is its idempotency key: the field and the header are equivalent here, too. */
export function commandIdOf(
  { commandId }: { commandId: string | null },
  { idempotencyKey: header }: Caller,
): string | null {
  if (header === null) return commandId;
  if (!commandIdShape.test(header)) {
    throw wrongId(
      'in the header Idempotency-Key must be 1 to 64 letters, digits, dots, dashes, underscores or colons, the first a letter or digit',
    );
  }
  if (commandId !== null && commandId !== header) throw wrongId('must equal the header Idempotency-Key');
  return header;
}

const wrongId = (message: string) => new InvalidInput([{ path: ['commandId'], message }]);
