import type { OrderDetailsFragment } from '@waybill/client';

export type Money = { amount: string; currencyCode: string };
export type OrderLine = Pick<OrderDetailsFragment, 'id' | 'status' | 'progress' | 'currentStep' | 'health'>;

export const moneyText = ({ amount, currencyCode }: Money) => `${amount} ${currencyCode}`;

/** Formats an order as one line. */
export function orderLine({ id, status, progress, currentStep, health }: OrderLine): string {
  const trouble = health === 'OK' ? '' : `  ${health}`;
  return `${id}  ${status}  ${progress} %${currentStep ? `  ${currentStep}` : ''}${trouble}`;
}

/** Formats how the order ended, or its current state. */
export function endLine({ id, status, failure, shipment }: OrderDetailsFragment): string {
  if (failure) return `${id}  ${status}: ${failure.message} (${failure.code})`;
  if (shipment?.trackingNumber) return `${id}  ${status}  ${shipment.carrier ?? ''} ${shipment.trackingNumber}`;
  return `${id}  ${status}`;
}

/** Formats a compensation: what it undoes, how its retries stand, and who settled it. */
export function compensationLine(compensation: OrderDetailsFragment['compensations'][number]): string {
  const { name, undoes, status, attempt, nextAttemptAt, settledBy, note, error } = compensation;
  const parts = [
    `  ↩ ${name} (undoes ${undoes})  ${status}`,
    attempt > 1 || nextAttemptAt ? `attempt ${attempt}` : '',
    nextAttemptAt ? `next at ${nextAttemptAt}` : '',
    settledBy ? `settled by hand by ${settledBy}` : '',
    note ?? '',
    error?.message ?? '',
  ];
  return parts.filter(Boolean).join('  ');
}
