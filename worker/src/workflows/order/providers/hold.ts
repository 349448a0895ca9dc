import type { CommandRefusal, OrderItem } from '@waybill/contracts/domain';

/** The hold of an order from one request on. `change` counts the requests, and is part of the idempotency key. */
export type Hold = { items: OrderItem[]; totalMinor: number; correlationId: string; change: number };

/** A hold that grows when an item is added, and shrinks back if the item is not added. */
export type GrowingHold = {
  refusal: CommandRefusal;
  grow: (hold: Hold) => Promise<unknown>;
  shrinkBack: (hold: Hold) => Promise<unknown>;
};
