import { z } from 'zod';
import { limits } from '../domain/limits.ts';
import { shipmentStatuses } from '../domain/order.ts';
import { Address, Line, OrderId, Quantity } from '../order/order.ts';
import { UndoEffect } from './undo.ts';

export const PrepareRequest = z.strictObject({
  orderId: OrderId,
  lines: z
    .array(z.strictObject({ sku: Line, quantity: Quantity }))
    .min(1)
    .max(limits.items),
});
export type PrepareRequest = z.infer<typeof PrepareRequest>;

export const LabelRequest = z.strictObject({ orderId: OrderId, address: Address });
export type LabelRequest = z.infer<typeof LabelRequest>;

export const DispatchRequest = z.strictObject({ orderId: OrderId });
export type DispatchRequest = z.infer<typeof DispatchRequest>;

/** What to cancel: the label alone, or the whole shipment. */
export const CancelRequest = z.strictObject({ orderId: OrderId, part: z.enum(['LABEL', 'SHIPMENT']) });
export type CancelRequest = z.infer<typeof CancelRequest>;

/** A shipment at the carrier. `labelPercent` is the progress of a label that is being created. */
export const ShipmentRecord = z.object({
  orderId: OrderId,
  shipmentId: z.string().nullable(),
  status: z.enum(shipmentStatuses),
  carrier: z.string().nullable(),
  labelId: z.string().nullable(),
  labelPercent: z.int().min(0).max(100).nullable(),
  trackingNumber: z.string().nullable(),
});
export type ShipmentRecord = z.infer<typeof ShipmentRecord>;

export const Labeled = ShipmentRecord.extend({ labelId: z.string(), carrier: z.string(), trackingNumber: z.string() });
export type Labeled = z.infer<typeof Labeled>;
export const ShipmentUndone = z.object({ shipment: ShipmentRecord, effect: UndoEffect });
export type ShipmentUndone = z.infer<typeof ShipmentUndone>;
