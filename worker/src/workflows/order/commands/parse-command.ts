import {
  type CommandEnvelope,
  type CommandName,
  type Commands,
  commandIdShape,
  limits,
  type OrderStepName,
  orderSteps,
} from '@waybill/contracts/domain';
import { isAddress, isItem, isRecord } from '../state/shapes.ts';

type Given = Record<string, unknown>;
type Parsers = { [Name in CommandName]: (given: Given, envelope: CommandEnvelope) => Commands[Name] | undefined };

/** The gateway counts characters as people see them; here, four times as many UTF-16 units are accepted. */
const maxNoteUnits = 4 * limits.note;

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
  retryNow: withWork,
  giveUpStep: ({ reason, ...given }, envelope) =>
    isNote(reason) ? withWork(given, { ...envelope, reason }) : undefined,
  settleCompensation: ({ note, ...given }, envelope) =>
    isNote(note) ? withWork(given, { ...envelope, note }) : undefined,
  changeAddress: ({ address }, envelope) => (isAddress(address) ? { ...envelope, address } : undefined),
};

/** Adds the step that a command is about, and the attempt that the engine was at. */
function withWork<Command extends CommandEnvelope>({ step = null, attempt = 0 }: Given, command: Command) {
  if (step !== null && !isStep(step)) return undefined;
  return Number.isSafeInteger(attempt) ? { ...command, step, attempt: Number(attempt) } : undefined;
}

const isStep = (value: unknown): value is OrderStepName => (orderSteps as readonly unknown[]).includes(value);

export function parseEnvelope(given: Given): CommandEnvelope | undefined {
  const { commandId, actor = 'unknown', fingerprint = '', correlationId = '', byStaff = false } = given;
  if (typeof commandId !== 'string' || !commandIdShape.test(commandId)) return undefined;
  if (typeof actor !== 'string' || typeof fingerprint !== 'string' || typeof correlationId !== 'string')
    return undefined;
  return { commandId, actor, fingerprint, correlationId, byStaff: byStaff === true };
}

export const isNote = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= maxNoteUnits;
