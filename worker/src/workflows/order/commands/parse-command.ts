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
type Parsers = { [Name in CommandName]: (given: Given, envelope: CommandEnvelope) => Commands[Name] | undefined };

/** The gateway counts characters as people see them; here, four times as many UTF-16 units are accepted. */
const maxNoteUnits = 4 * limits.note;
const maxTextUnits = 4 * limits.line;

/**
 * Parses a signal's payload: returns the command, or a sentence that says what is wrong with it. Signals may also come
 * from a person at a terminal, so every field is checked; zod stays outside of workflows.
 */
export function parseCommand<Name extends CommandName>(name: Name, payload: unknown): Commands[Name] | string {
  if (!isRecord(payload)) return `${name} needs an object with a commandId`;
  const envelope = parseEnvelope(payload);
  if (!envelope) return `${name} needs a commandId of up to 64 letters, digits, dots, dashes, underscores or colons`;
  return parsers[name](payload, envelope) ?? `${name} has fields that are missing or wrong`;
}

const parsers: Parsers = {
  approve: ({ note = null }, envelope) => (note === null || isNote(note) ? { ...envelope, note } : undefined),
  reject: ({ reason }, envelope) => (isNote(reason) ? { ...envelope, reason } : undefined),
  cancel: ({ reason }, envelope) => (isNote(reason) ? { ...envelope, reason } : undefined),
  addItem: ({ item }, envelope) => (isItem(item) ? { ...envelope, item } : undefined),
  changeAddress: ({ address }, envelope) => (isAddress(address) ? { ...envelope, address } : undefined),
};

function parseEnvelope(given: Given): CommandEnvelope | undefined {
  const { commandId, actor = 'unknown', fingerprint = '', correlationId = '', byStaff = false } = given;
  if (typeof commandId !== 'string' || !commandIdShape.test(commandId)) return undefined;
  if (typeof actor !== 'string' || typeof fingerprint !== 'string' || typeof correlationId !== 'string')
    return undefined;
  return { commandId, actor, fingerprint, correlationId, byStaff: byStaff === true };
}

const isRecord = (value: unknown): value is Given => typeof value === 'object' && value !== null;

const isNote = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= maxNoteUnits;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= maxTextUnits;

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
