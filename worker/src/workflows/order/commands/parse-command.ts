import {
  type CommandEnvelope,
  type CommandName,
  type Commands,
  type OrderStepName,
  orderSteps,
} from '@waybill/contracts/domain';
import { type Given, isNote, parseSignal } from '../../shared/commands/parse-signal.ts';
import { isAddress, isItem } from '../state/shapes.ts';

type Parsers = { [Name in CommandName]: (given: Given, envelope: CommandEnvelope) => Commands[Name] | undefined };

/**
 * Parses a signal's payload: returns the command, or a sentence about the problem. Signals may also be sent from a
 * terminal, so every field is checked; zod is not used inside workflows.
 */
export function parseCommand<Name extends CommandName>(name: Name, payload: unknown): Commands[Name] | string {
  return parseSignal<Commands[Name]>(name, payload, parsers[name]);
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
  changeAddress: ({ address, from }, envelope) => {
    if (!isAddress(address) || (from !== undefined && !isAddress(from))) return undefined;
    return { ...envelope, address, ...(from && { from }) };
  },
};

/** Adds the step that a command is for, and the attempt of the engine. */
function withWork<Command extends CommandEnvelope>({ step = null, attempt = 0 }: Given, command: Command) {
  if (step !== null && !isStep(step)) return undefined;
  return Number.isSafeInteger(attempt) ? { ...command, step, attempt: Number(attempt) } : undefined;
}

const isStep = (value: unknown): value is OrderStepName => (orderSteps as readonly unknown[]).includes(value);
