import { z } from 'zod';
import { CursorText, CursorTime, cursorOf, jsonIn } from './cursor.ts';
import { BookRefused } from './refusals.ts';

/** An entry's place in the journal of all orders. */
export type JournalPosition = { at: string; orderId: string; seq: number };

const Parts = z.tuple([z.literal('journal'), CursorTime, CursorText, z.int().positive()]);

export const journalCursor = ({ at, orderId, seq }: JournalPosition): string => cursorOf(['journal', at, orderId, seq]);

export function journalPosition(cursor: string): JournalPosition {
  const read = Parts.safeParse(jsonIn(cursor));
  if (!read.success) throw new BookRefused('INVALID_CURSOR', 'This is not a cursor of the journal of all orders');
  const [, at, orderId, seq] = read.data;
  return { at, orderId, seq };
}
