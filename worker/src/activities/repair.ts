import type { EffectDifference } from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import { createActivity, type OrderRef } from './attempted.ts';

/** An order or run that nobody knows, who has its effects undone, and which those are. */
export type UnknownOrder = { orderId: string; actor: string; differences: EffectDifference[] };

/** What a repair does beyond the compensations. */
export const createRepairActivities = (book: Pick<OrderBookClient, 'keepUndone'>) => ({
  /** Journals it, and so takes the id; refused where the book has come to know it. */
  journalRepair: createActivity(({ orderId, actor, differences }: OrderRef & UnknownOrder, call) =>
    book.keepUndone(orderId, { actor, differences }, call),
  ),
});

export type RepairActivities = ReturnType<typeof createRepairActivities>;
