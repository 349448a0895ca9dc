import type { CancelRequest, UndoEffect } from '@waybill/contracts';
import type { Address, ShipmentStatus, StockLine } from '@waybill/contracts/domain';
import { NotYet, Refusal } from '../../calls/refusal.ts';

/** A label is in creation from `startedAt` to `readyAt`, by the clock alone: a restart does not delay it. */
export type Label = Readonly<{
  labelId: string;
  carrier: string;
  trackingNumber: string;
  address: Address;
  startedAt: Date;
  readyAt: Date;
  /** When it was taken back. */
  voidedAt: Date | null;
}>;

/** An order has one shipment, and one label for it. */
export type Shipment = Readonly<{
  orderId: string;
  shipmentId: string | null;
  /** LABELING and LABELED are not stored: they follow from the label and the clock. */
  stage: 'PREPARED' | 'DISPATCHED' | 'CANCELLED';
  lines: StockLine[];
  label: Label | null;
  /** The label was compensated, and none can be made any more. */
  labelClosed: boolean;
  version: number;
}>;

export type Happening =
  | 'PREPARED'
  | 'LABEL_BEGUN'
  | 'DISPATCHED'
  | 'LABEL_VOIDED'
  | 'RECALLED'
  | 'CANCELLED'
  | 'CLOSED';
export type Decision = { shipment: Shipment; happening: Happening | null };
export type Compensation = Decision & { effect: UndoEffect };

export function prepare(
  known: Shipment | undefined,
  fresh: Pick<Shipment, 'orderId' | 'lines'>,
  newId: () => string,
): Decision {
  if (known?.stage === 'CANCELLED') throw undone(known);
  if (known) return { shipment: known, happening: null };
  const shipment = { ...nothing(fresh.orderId), ...fresh, shipmentId: newId(), stage: 'PREPARED' } as const;
  return { shipment, happening: 'PREPARED' };
}

export function beginLabel(known: Shipment | undefined, orderId: string, label: Label): Decision {
  if (known && (known.stage === 'CANCELLED' || known.labelClosed)) throw undone(known);
  if (!known) throw new Refusal('UNKNOWN_SHIPMENT', `There is no shipment of ${orderId}`);
  if (known.label) return { shipment: known, happening: null };
  return { shipment: { ...known, label }, happening: 'LABEL_BEGUN' };
}

/** Hands the package over: from here on, only a recall undoes it. */
export function dispatch(known: Shipment | undefined, orderId: string, now: Date): Decision {
  if (known && (known.stage === 'CANCELLED' || known.labelClosed)) throw undone(known);
  if (!known) throw new Refusal('UNKNOWN_SHIPMENT', `There is no shipment of ${orderId}`);
  if (known.stage === 'DISPATCHED') return { shipment: known, happening: null };
  if (!known.label || now < known.label.readyAt)
    throw new NotYet('LABEL_NOT_READY', `The label of ${orderId} is not ready`);
  return { shipment: { ...known, stage: 'DISPATCHED' }, happening: 'DISPATCHED' };
}

/**
 * Cancels the label alone, or the shipment with its label; recalls a package that is on its way. If there was nothing,
 * nothing can be made afterwards.
 */
export function cancel(known: Shipment | undefined, { orderId, part }: CancelRequest, now: Date): Compensation {
  if (!known)
    return { shipment: { ...nothing(orderId), labelClosed: true }, happening: 'CLOSED', effect: 'NOTHING_TO_DO' };
  const voided = voidLabel(known, now);
  if (known.stage === 'DISPATCHED') {
    const stage = part === 'LABEL' ? 'PREPARED' : 'CANCELLED';
    return { shipment: { ...voided, stage }, happening: 'RECALLED', effect: 'DONE' };
  }
  if (part === 'LABEL') return cancelLabel(known, voided);
  if (known.stage === 'CANCELLED') return { shipment: known, happening: null, effect: 'NOTHING_TO_DO' };
  return { shipment: { ...voided, stage: 'CANCELLED' }, happening: 'CANCELLED', effect: 'DONE' };
}

function cancelLabel(shipment: Shipment, voided: Shipment): Compensation {
  if (hasLabel(shipment)) return { shipment: voided, happening: 'LABEL_VOIDED', effect: 'DONE' };
  const happening = shipment.labelClosed ? null : 'CLOSED';
  return { shipment: voided, happening, effect: 'NOTHING_TO_DO' };
}

const voidLabel = (shipment: Shipment, now: Date): Shipment => ({
  ...shipment,
  labelClosed: true,
  label: shipment.label && { ...shipment.label, voidedAt: shipment.label.voidedAt ?? now },
});

export const hasLabel = ({ label }: Shipment): boolean => label !== null && label.voidedAt === null;

/** A label that was revoked before it was ready was never issued: a call that waits for it is refused. */
export function refuseWhenStopped({ orderId, label }: Shipment): void {
  if (label?.voidedAt && label.voidedAt < label.readyAt) {
    throw new Refusal('ORDER_UNDONE', `The label of ${orderId} was cancelled while it was being made`);
  }
}

export function statusAt({ stage, label }: Shipment, now: Date): ShipmentStatus {
  if (stage !== 'PREPARED' || !label || label.voidedAt) return stage;
  return now < label.readyAt ? 'LABELING' : 'LABELED';
}

/** The progress of the label in percent. */
export function percentAt({ startedAt, readyAt }: Label, now: Date): number {
  if (now >= readyAt) return 100;
  const share = (now.getTime() - startedAt.getTime()) / (readyAt.getTime() - startedAt.getTime());
  return Math.max(0, Math.floor(share * 100));
}

const nothing = (orderId: string): Shipment => ({
  orderId,
  shipmentId: null,
  stage: 'CANCELLED',
  lines: [],
  label: null,
  labelClosed: false,
  version: 0,
});

const undone = ({ orderId }: Shipment) => new Refusal('ORDER_UNDONE', `The shipment of ${orderId} was undone before`);
