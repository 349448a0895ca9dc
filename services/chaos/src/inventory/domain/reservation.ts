import type { RestockRequest, UndoEffect } from '@waybill/contracts';
import type { StockLine } from '@waybill/contracts/domain';
import { Refusal } from '../../calls/refusal.ts';

/** The stock of an order. CLOSED: a compensation came first, and nothing can be reserved any more. */
export type Reservation = Readonly<{
  orderId: string;
  reservationId: string | null;
  status: 'RESERVED' | 'RELEASED' | 'CLOSED';
  lines: StockLine[];
  /** The newest accepted change of the lines. */
  change: number;
  version: number;
}>;

/** The request of an order; `change` as for payments. */
export type ReservationRequest = { orderId: string; lines: StockLine[]; change: number };

/** The quantity of each product to take from stock; negative to return it. Empty if the decision changes nothing. */
export type StockChange = ReadonlyMap<string, number>;

export type Decision = { reservation: Reservation; taken: StockChange; changed: boolean };
export type Compensation = Decision & { effect: UndoEffect };

const none: StockChange = new Map();

/** Reserves all lines or none. A later change takes or returns the difference. */
export function reserve(known: Reservation | undefined, wish: ReservationRequest, newId: () => string): Decision {
  const { orderId, lines, change } = wish;
  if (known && known.status !== 'RESERVED') {
    throw new Refusal('ORDER_UNDONE', `The reservation of ${orderId} was undone before`);
  }
  if (known && change <= known.change) return { reservation: known, taken: none, changed: false };
  const reservation: Reservation = {
    orderId,
    reservationId: known?.reservationId ?? newId(),
    status: 'RESERVED',
    lines,
    change,
    version: known?.version ?? 0,
  };
  return { reservation, taken: difference(sumBySku(known?.lines ?? []), sumBySku(lines)), changed: true };
}

/** Returns everything. If nothing was reserved, nothing can be reserved afterwards. */
export function release(known: Reservation | undefined, orderId: string): Compensation {
  if (known?.status === 'RESERVED') {
    const taken = difference(sumBySku(known.lines), none);
    return { reservation: { ...known, status: 'RELEASED' }, taken, changed: true, effect: 'DONE' };
  }
  const closed: Reservation = { orderId, reservationId: null, status: 'CLOSED', lines: [], change: 0, version: 0 };
  return { reservation: known ?? closed, taken: none, changed: !known, effect: 'NOTHING_TO_DO' };
}

/** Refuses what is not on the shelf. */
export function refuseShortages(taken: StockChange, available: ReadonlyMap<string, number>): void {
  for (const [sku, quantity] of taken) {
    const left = available.get(sku);
    if (left === undefined) throw unknownSku(sku);
    if (quantity > left) throw new Refusal('OUT_OF_STOCK', `${left} of ${sku} are left, ${quantity} are wanted`);
  }
}

export const unknownSku = (sku: RestockRequest['sku']) => new Refusal('UNKNOWN_SKU', `There is no product ${sku}`);

function sumBySku(lines: readonly StockLine[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { sku, quantity } of lines) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  return sums;
}

/** Sorted by SKU: all transactions lock products in the same order. */
function difference(before: StockChange, after: StockChange): StockChange {
  const skus = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changes = skus.map((sku) => [sku, (after.get(sku) ?? 0) - (before.get(sku) ?? 0)] as const);
  return new Map(changes.filter(([, quantity]) => quantity !== 0));
}
