import { z } from 'zod';
import { orderStatuses } from '../domain/statuses.ts';

/** `GET /order-counts?customerId=`: how many orders there are, of one customer or of all. */
export const OrderCountsQuery = z.strictObject({ customerId: z.string().optional() });

export const OrderCounts = z.object({
  total: z.int(),
  /** Every status, also those without orders. */
  byStatus: z.array(z.object({ status: z.enum(orderStatuses), count: z.int() })),
  /** Those that await an approval, and those that are stuck or lost. */
  needingAttention: z.int(),
  stuck: z.int(),
  /** When the longest wait for an approval began. */
  oldestWaitingSince: z.iso.datetime().nullable(),
});
export type OrderCounts = z.infer<typeof OrderCounts>;

/** `GET /unbalanced`: the first closed orders and payments whose effects at the providers differ from their end, and how many there are. */
export const Unbalanced = z.object({ ids: z.array(z.string()), count: z.int() });
export type Unbalanced = z.infer<typeof Unbalanced>;
