import { z } from 'zod';
import { CursorText, CursorTime, cursorOf, jsonIn } from './cursor.ts';
import type { Position } from './position.ts';
import { BookRefused } from './refusals.ts';

const Parts = z.tuple([z.literal('runs'), CursorTime, CursorText]);

/** Opaque to clients. It names its list, so that a cursor of another is noticed. */
export const runCursor = ({ key, id }: Position): string => cursorOf(['runs', key, id]);

export function runPosition(cursor: string): Position {
  const read = Parts.safeParse(jsonIn(cursor));
  if (!read.success) throw new BookRefused('INVALID_CURSOR', 'This is not a cursor of a list of runs');
  const [, key, id] = read.data;
  return { key, id };
}
