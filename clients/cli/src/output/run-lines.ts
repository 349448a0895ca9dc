import type { RunDetailsFragment } from '@waybill/client';
import { milliseconds } from '../input/durations.ts';
import type { Money } from './order-lines.ts';
import type { Output } from './output.ts';

/** Formats a run as one line: its status, and its content so far. */
export function runText(run: RunDetailsFragment): string {
  const { id, kind, status, progress, failure } = run;
  const percent = progress === null || progress === undefined ? '' : `  ${progress} %`;
  return `${id}  ${kind}  ${status}${percent}${contentOf(run)}${failure ? `  ${failure.code}: ${failure.message}` : ''}`;
}

function contentOf(run: RunDetailsFragment): string {
  switch (run.__typename) {
    case 'GreetingRun':
      return run.greeting ? `  ${run.greeting}` : '';
    case 'PaymentRun':
      return run.payment ? `  ${paymentText(run.payment, run.amount)}` : '';
    case 'StandingOrder':
      return `  placed ${run.placed}${run.times === null ? '' : ` of ${run.times}`}${nextText(run)}`;
    case 'UserContextRun':
      return run.context.location ? `  ${run.context.location.city}` : '';
    default:
      return '';
  }
}

type Rhythm = { every: string; nextAt: string | null; skipsNext: boolean };

/** The time of the next order; if the next period is skipped, that of the one after it. */
function nextText({ every, nextAt, skipsNext }: Rhythm): string {
  if (!nextAt) return '';
  if (!skipsNext) return `, next at ${nextAt}`;
  const next = new Date(Date.parse(nextAt) + milliseconds(every, 'every'));
  return `, skips ${nextAt}, next at ${next.toISOString()}`;
}

type Payment = { status: string; refunded: Money | null };

/** The status of a payment with its amount, and what of it was refunded. */
export function paymentText({ status, refunded }: Payment, { amount, currencyCode }: Money): string {
  return `${status} ${amount} ${currencyCode}${refunded && Number(refunded.amount) > 0 ? `, ${refunded.amount} refunded` : ''}`;
}

export const printRun = (output: Output, run: RunDetailsFragment): void => output.one(run, (each) => [runText(each)]);
