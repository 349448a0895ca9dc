import type { OrderDetailsFragment } from '@waybill/client';
import { attemptText } from '@waybill/terminal';

export type Money = { amount: string; currencyCode: string };
export type OrderLine = Pick<OrderDetailsFragment, 'id' | 'status' | 'progress' | 'currentStep' | 'health'>;
type Steps = Partial<Pick<OrderDetailsFragment, 'steps'>>;

/** As wide as the longest status, so that the lines of one order stand below each other. */
const column = (status: string) => status.padEnd(17);

export const moneyText = ({ amount, currencyCode }: Money) => `${amount} ${currencyCode}`;

/** Formats an order as one line, with the attempt of its step where the steps are known. */
export function orderLine({ id, status, progress, currentStep, health, steps }: OrderLine & Steps): string {
  const step = steps?.find(({ name }) => name === currentStep);
  const tries = step?.status === 'RUNNING' ? attemptOf(step) : '';
  const trouble = [health === 'OK' ? '' : health, tries]
    .filter(Boolean)
    .map((part) => `  ${part}`)
    .join('');
  return `${id}  ${column(status)}  ${`${progress}`.padStart(3)} %${currentStep ? `  ${currentStep}` : ''}${trouble}`;
}

/** A line that stays says when the next attempt comes, not in how long. */
function attemptOf({ attempt, maxAttempts, nextAttemptAt }: OrderDetailsFragment['steps'][number]): string {
  if (attempt < 2) return '';
  return `${attemptText(attempt, maxAttempts)}${nextAttemptAt ? ` at ${nextAttemptAt}` : ''}`;
}

/** Formats an order that was just placed. */
export const placedLine = ({ id, status, total }: Pick<OrderDetailsFragment, 'id' | 'status' | 'total'>) =>
  `${id}  ${column(status)}  ${moneyText(total)}`;

/** Formats how the order ended, or its current state. */
export function endLine({ id, status, failure, shipment }: OrderDetailsFragment): string {
  if (failure) return `${id}  ${column(status)}  ${failure.message} (${failure.code})`;
  if (shipment?.trackingNumber) return `${id}  ${column(status)}  ${shipment.carrier ?? ''} ${shipment.trackingNumber}`;
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
