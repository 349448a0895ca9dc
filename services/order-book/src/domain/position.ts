import type { OrderSort } from '@waybill/contracts';
import { z } from 'zod';
import { CursorText, CursorTime, cursorOf, jsonIn } from './cursor.ts';
import { BookRefused } from './refusals.ts';

/** A position in a sorted list: the sort key of an entry, and its id as a tie-breaker. */
export type Position = { key: string | number; id: string };

type SortRule = { by: 'age' | 'total' | 'update' | 'deadline'; descending: boolean };

export const sortRules: Readonly<Record<OrderSort, SortRule>> = {
  NEWEST: { by: 'age', descending: true },
  OLDEST: { by: 'age', descending: false },
  TOTAL_HIGH: { by: 'total', descending: true },
  TOTAL_LOW: { by: 'total', descending: false },
  RECENTLY_UPDATED: { by: 'update', descending: true },
  DEADLINE: { by: 'deadline', descending: false },
};

/** A deadline, or the key of an order that has none: `A`, or `N` and a number. */
const QueueKey = z.union([CursorTime, z.string().regex(/^(?:A|N\d{17})$/)]);

const keyShape = { age: CursorTime, total: z.int(), update: CursorTime, deadline: QueueKey };

/** Opaque to clients. It names its kind of key, so that a cursor of another sort is noticed. */
export const cursorAt = (sort: OrderSort, { key, id }: Position): string => cursorOf([sortRules[sort].by, key, id]);

export function positionAt(sort: OrderSort, cursor: string): Position {
  const { by } = sortRules[sort];
  const read = z.tuple([z.literal(by), keyShape[by], CursorText]).safeParse(jsonIn(cursor));
  if (!read.success) throw new BookRefused('INVALID_CURSOR', `This is not a cursor of a list sorted by ${by}`);
  const [, key, id] = read.data;
  return { key, id };
}
