import {
  type Address,
  type CommandEnvelope,
  type CommandName,
  type Commands,
  commandIdShape,
  limits,
  type OrderItem,
} from '@waybill/contracts/words';

type Given = Record<string, unknown>;
type Readers = { [Name in CommandName]: (given: Given, envelope: CommandEnvelope) => Commands[Name] | undefined };

/** Characters as people see them are counted at the gateway's door; of the UTF-16 units that come, so many at most. */
const longestNote = 4 * limits.note;
const longestText = 4 * limits.line;

/**
 * The command in a signal's payload, or a sentence that says why there is none. Signals also come from people at a
 * terminal, so everything is looked at; zod stays outside of workflows.
 */
export function commandIn<Name extends CommandName>(name: Name, payload: unknown): Commands[Name] | string {
  if (!isRecord(payload)) return `${name} needs an object with a commandId`;
  const envelope = envelopeIn(payload);
  if (!envelope) return `${name} needs a commandId of up to 64 letters, digits, dots, dashes, underscores or colons`;
  return readers[name](payload, envelope) ?? `${name} has fields that are missing or wrong`;
}

const readers: Readers = {
  approve: ({ note = null }, envelope) => (note === null || isNote(note) ? { ...envelope, note } : undefined),
  reject: ({ reason }, envelope) => (isNote(reason) ? { ...envelope, reason } : undefined),
  cancel: ({ reason }, envelope) => (isNote(reason) ? { ...envelope, reason } : undefined),
  addItem: ({ item }, envelope) => (isItem(item) ? { ...envelope, item } : undefined),
  changeAddress: ({ address }, envelope) => (isAddress(address) ? { ...envelope, address } : undefined),
};

function envelopeIn(given: Given): CommandEnvelope | undefined {
  const { commandId, actor = 'unknown', fingerprint = '', correlationId = '', byStaff = false } = given;
  if (typeof commandId !== 'string' || !commandIdShape.test(commandId)) return undefined;
  if (typeof actor !== 'string' || typeof fingerprint !== 'string' || typeof correlationId !== 'string')
    return undefined;
  return { commandId, actor, fingerprint, correlationId, byStaff: byStaff === true };
}

const isRecord = (value: unknown): value is Given => typeof value === 'object' && value !== null;

const isNote = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longestNote;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= longestText;

const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value);

export function isItem(value: unknown): value is OrderItem {
  if (!isRecord(value) || !isRecord(value.unitPrice)) return false;
  const { sku, name, quantity, unitPrice } = value;
  return isText(sku) && isTextOrNull(name) && isCount(quantity) && quantity > 0 && isMoney(unitPrice);
}

export function isAddress(value: unknown): value is Address {
  if (!isRecord(value)) return false;
  const { street, city, state, zip, country } = value;
  return [street, city, country].every(isText) && isTextOrNull(state) && (zip === '' || isText(zip));
}

const isMoney = ({ amountMinor, currencyCode }: Given) => isCount(amountMinor) && isText(currencyCode);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
