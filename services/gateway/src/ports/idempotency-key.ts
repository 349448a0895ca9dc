import { IdempotencyKey, limits } from '@waybill/contracts';
import { commandIdShape } from '@waybill/contracts/domain';
import { InvalidInput } from '@waybill/graphql';
import type { Caller } from './caller.ts';

/** What a field and the header Idempotency-Key say, which are equivalent: one of them is enough. */
const fieldOrHeader =
  <Field extends string>(field: Field, isValid: (header: string) => boolean, must: string) =>
  ({ [field]: given }: Record<Field, string | null>, { idempotencyKey: header }: Caller): string | null => {
    const wrong = (message: string) => new InvalidInput([{ path: [field], message }]);
    if (header === null) return given;
    if (!isValid(header)) throw wrong(`in the header Idempotency-Key must be ${must}`);
    if (given !== null && given !== header) throw wrong('must equal the header Idempotency-Key');
    return header;
  };

/** Only ASCII: clients disagree about the encoding of other characters in a header. */
const HeaderKey = IdempotencyKey.regex(/^[\x20-\x7e]*$/);

/** The key of what is started. */
export const idempotencyKeyOf = fieldOrHeader(
  'idempotencyKey',
  (header) => HeaderKey.safeParse(header).success,
  `1 to ${limits.idempotencyKey} printable ASCII characters`,
);

/** The id of a command, which is its key. */
export const commandIdOf = fieldOrHeader(
  'commandId',
  (header) => commandIdShape.test(header),
  '1 to 64 letters, digits, dots, dashes, underscores or colons, the first a letter or digit',
);
