import type { CommandEnvelope, RunCommands } from '@waybill/contracts/domain';
import { isNote, parseEnvelope } from '../../order/commands/parse-command.ts';
import { isRecord } from '../../order/state/shapes.ts';

type Given = Record<string, unknown>;
type SignalName = keyof RunCommands;
type Parsers = { [Name in SignalName]: (given: Given, envelope: CommandEnvelope) => RunCommands[Name] | undefined };

const withNote = ({ note = null }: Given, envelope: CommandEnvelope) =>
  note === null || isNote(note) ? { ...envelope, note } : undefined;

const parsers: Parsers = {
  cancel: ({ reason }, envelope) => (isNote(reason) ? { ...envelope, reason } : undefined),
  pause: withNote,
  resume: withNote,
  skip: withNote,
  stop: withNote,
};

/** Parses a signal's payload: returns the command, or a sentence that says what is wrong with it. */
export function parseRunCommand<Name extends SignalName>(name: Name, payload: unknown): RunCommands[Name] | string {
  if (!isRecord(payload)) return `${name} needs an object with a commandId`;
  const envelope = parseEnvelope(payload);
  if (!envelope) return `${name} needs a commandId of up to 64 letters, digits, dots, dashes, underscores or colons`;
  return parsers[name](payload, envelope) ?? `${name} has fields that are missing or wrong`;
}
