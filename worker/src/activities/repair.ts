import type { EffectDifference } from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import { createActivity, type OrderRef } from './attempt.ts';

/** An unknown order or run with its effects, and the operator who has them undone. */
export type UnknownOrder = { orderId: string; actor: string; differences: EffectDifference[] };

/** The activities of a repair besides the compensations. */
export const createRepairActivities = (book: Pick<OrderBookClient, 'keepUndone'>) => ({
  /** Journals it, which takes the id; refused if the book now knows the order. */
  journalRepair: createActivity(({ orderId, actor, differences }: OrderRef & UnknownOrder, call) =>
    book.keepUndone(orderId, { actor, differences }, call),
  ),
});

export type RepairActivities = ReturnType<typeof createRepairActivities>;
