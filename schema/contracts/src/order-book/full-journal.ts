import { z } from 'zod';
import { orderEventTypes } from '../domain/statuses.ts';
import { JournalEntry } from '../order/order-state.ts';
import { wholeNumber } from '../values/url-numbers.ts';

const eventTypes = z
  .string()
  .max(1_000)
  .transform((list) => (list === '' ? [] : list.split(',')))
  .pipe(z.array(z.enum(orderEventTypes)))
  .meta({ type: 'string', description: 'Types, separated by commas' });

/** `GET /journal`: the entries of all orders, newest first. Times are RFC 3339, from inclusive, to exclusive. */
export const FullJournalQuery = z.strictObject({
  orderId: z.string().optional(),
  type: eventTypes.optional(),
  actor: z.string().optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  first: wholeNumber(1, 100).default(20),
  after: z.string().optional(),
});
export type FullJournalQuery = z.output<typeof FullJournalQuery>;

export const FullJournalPage = z.object({
  entries: z.array(z.object({ cursor: z.string(), orderId: z.string(), entry: JournalEntry })),
  hasNextPage: z.boolean(),
});
export type FullJournalPage = z.infer<typeof FullJournalPage>;
