import type { CommandEnvelope, RunCommands } from '@waybill/contracts/domain';
import { type Given, isNote, parseSignal } from '../../shared/commands/parse-signal.ts';

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

/** Parses a signal's payload: returns the command, or a sentence about the problem. */
export const parseRunCommand = <Name extends SignalName>(name: Name, payload: unknown): RunCommands[Name] | string =>
  parseSignal<RunCommands[Name]>(name, payload, parsers[name]);
