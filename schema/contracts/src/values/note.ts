import { limits } from '../domain/limits.ts';
import { textOf, withoutControls } from './characters.ts';

/** Free text of a person, possibly of several lines, not blank: what the API takes, the providers pass on. */
export const Note = textOf(limits.note)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, 'must be plain text')
  .refine((text) => text.trim() !== '', 'must not be blank');

/** A note in new input. */
export const GivenNote = Note.refine(...withoutControls);
