import { type CommandEnvelope, commandIdShape, limits } from '@waybill/contracts/domain';
import { isRecord } from '../state/is-record.ts';

export type Given = Record<string, unknown>;

/** The gateway counts visible characters; here, four UTF-16 units per character are accepted. */
const maxNoteUnits = 4 * limits.note;

/** Parses a signal's payload: returns the command, or a sentence about the problem. */
export function parseSignal<Command>(
  name: string,
  payload: unknown,
  parse: (content: Given, envelope: CommandEnvelope) => Command | undefined,
): Command | string {
  if (!isRecord(payload)) return `${name} needs an object with a commandId`;
  const envelope = parseEnvelope(payload);
  if (!envelope) return `${name} needs a commandId of up to 64 letters, digits, dots, dashes, underscores or colons`;
  return parse(payload, envelope) ?? `${name} has fields that are missing or wrong`;
}

function parseEnvelope(content: Given): CommandEnvelope | undefined {
  const { commandId, actor = 'unknown', fingerprint = '', correlationId = '', byStaff = false } = content;
  if (typeof commandId !== 'string' || !commandIdShape.test(commandId)) return undefined;
  if (typeof actor !== 'string' || typeof fingerprint !== 'string' || typeof correlationId !== 'string')
    return undefined;
  return { commandId, actor, fingerprint, correlationId, byStaff: byStaff === true };
}

export const isNote = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= maxNoteUnits;
