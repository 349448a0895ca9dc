import type { OrderState } from './order.ts';
import type { PaymentRun } from './runs/state.ts';
import type { UndoableStep } from './steps.ts';

/** How the effects at the providers differ from the final state of an order or a payment. */
export const effectDifferences = ['HOLD_OPEN', 'MONEY_DIFFERS', 'STOCK_DIFFERS', 'SHIPMENT_DIFFERS'] as const;
export type EffectDifference = (typeof effectDifferences)[number];

/** What the providers hold for an order or a payment at one moment, computed from all of their effects. */
export type KeptEffects = {
  currencyCode: string | null;
  openHoldMinor: number;
  keptMinor: number;
  keptUnits: number;
  effects: readonly string[];
};

const nothingKept: KeptEffects = { currencyCode: null, openHoldMinor: 0, keptMinor: 0, keptUnits: 0, effects: [] };

/** How the providers differ from the final state of a closed order, apart from what was settled by hand. */
export function orderDifferences(order: OrderState, kept: KeptEffects = nothingKept): EffectDifference[] {
  const shipped = order.status === 'SHIPPED';
  const isSettled = (...steps: UndoableStep[]) =>
    order.compensations.some(({ undoes, settledBy }) => settledBy !== undefined && steps.includes(undoes));
  const units = order.items.reduce((sum, { quantity }) => sum + quantity, 0);
  const money = { ...order.total, amountMinor: shipped ? order.total.amountMinor : 0 };
  return differing({
    HOLD_OPEN: kept.openHoldMinor !== 0 && !isSettled('AUTHORIZE_PAYMENT'),
    MONEY_DIFFERS: !isKept(money, kept) && !isSettled('CAPTURE_PAYMENT'),
    STOCK_DIFFERS: kept.keptUnits !== (shipped ? units : 0) && !isSettled('RESERVE_INVENTORY'),
    SHIPMENT_DIFFERS: isUnderWay(kept) !== shipped && !isSettled('PREPARE_PACKAGE', 'CREATE_LABEL'),
  });
}

/** How the payment provider differs from the final state of a closed payment. */
export function paymentDifferences({ amount, payment }: PaymentRun, kept: KeptEffects = nothingKept) {
  const amountMinor = (payment?.captured?.amountMinor ?? 0) - (payment?.refunded?.amountMinor ?? 0);
  return differing({
    HOLD_OPEN: kept.openHoldMinor !== 0,
    MONEY_DIFFERS: !isKept({ ...amount, amountMinor }, kept),
    STOCK_DIFFERS: kept.keptUnits !== 0,
    SHIPMENT_DIFFERS: isUnderWay(kept),
  });
}

/** How the providers differ for an order or payment that is unknown: they should hold nothing for it. */
export const unknownDifferences = (kept: KeptEffects): EffectDifference[] =>
  differing({
    HOLD_OPEN: kept.openHoldMinor !== 0,
    MONEY_DIFFERS: kept.keptMinor !== 0,
    STOCK_DIFFERS: kept.keptUnits !== 0,
    SHIPMENT_DIFFERS: isUnderWay(kept),
  });

const differing = (found: Record<EffectDifference, boolean>): EffectDifference[] =>
  effectDifferences.filter((difference) => found[difference]);

const isKept = ({ amountMinor, currencyCode }: OrderState['total'], kept: KeptEffects): boolean =>
  kept.keptMinor === amountMinor && (amountMinor === 0 || kept.currencyCode === currencyCode);

function isUnderWay({ effects }: KeptEffects): boolean {
  const times = (wanted: string) => effects.filter((effect) => effect === wanted).length;
  return times('SHIPMENT DISPATCHED') > times('SHIPMENT RECALLED');
}
