import type { OrderDetailsFragment } from '@waybill/client';
import { compensationWord, plain, statusWords, stepWords, type Tone } from './words.ts';

/** The headline of an order. `until` is the time of its countdown. */
export type Headline = { sentence: string; tone: Tone; until?: string };

type Clock = (iso: string) => string;

/** Returns one sentence about what the order waits for, or how it ended. */
export function headline(order: OrderDetailsFragment, clock: Clock): Headline {
  switch (order.status) {
    case 'AWAITING_APPROVAL':
      return approval(order, clock);
    case 'COMPENSATING':
      return compensation(order, clock);
    case 'SHIPPED':
      return { sentence: shipped(order), tone: 'good' };
    case 'REJECTED':
    case 'CANCELLED':
    case 'EXPIRED':
    case 'FAILED':
      return { sentence: ended(order), tone: statusWords(order.status).tone };
    default:
      return work(order, clock);
  }
}

function approval(order: OrderDetailsFragment, clock: Clock): Headline {
  if (isCancelled(order)) return cancelling(order);
  const { approvalDeadline, autoApprovesAt } = order;
  const tone = 'wait';
  const approvesItself = autoApprovesAt && (!approvalDeadline || autoApprovesAt < approvalDeadline);
  if (approvesItself)
    return {
      sentence: `Waits for a manager until ${clock(autoApprovesAt)}, then is approved automatically`,
      tone,
      until: autoApprovesAt,
    };
  if (!approvalDeadline) return { sentence: 'Waits for a manager', tone };
  return {
    sentence: `Waits for a manager until ${clock(approvalDeadline)}, then expires`,
    tone,
    until: approvalDeadline,
  };
}

type Work = { attempt: number; nextAttemptAt?: string | null; error?: { code: string } | null };

/** Formats "attempt 1 of 5 failed: timeout". While a step waits, its attempt is the next one. */
function failedAttempt({ attempt, error }: Work, maxAttempts?: number | null): string {
  const of = maxAttempts ? ` of ${maxAttempts}` : '';
  return `attempt ${attempt - 1}${of} failed${error ? `: ${plain(error.code).toLowerCase()}` : ''}`;
}

const retry = (verb: string, tried: Work, tone: Tone, maxAttempts?: number | null): Headline => ({
  sentence: `Will try again to ${verb}; ${failedAttempt(tried, maxAttempts)}`,
  tone,
  ...(tried.nextAttemptAt && { until: tried.nextAttemptAt }),
});

/** The status shows a cancellation only once the step that runs has ended. */
const isCancelled = ({ failure }: OrderDetailsFragment): boolean => failure?.code === 'CANCELLED';

const cancelling = (order: OrderDetailsFragment): Headline => ({
  sentence: `Cancelling …${by(order)}${why(order)}`,
  tone: 'undo',
});

function work(order: OrderDetailsFragment, _clock: Clock): Headline {
  if (isCancelled(order)) return cancelling(order);
  const step = order.steps.find(({ status }) => status === 'RUNNING');
  if (!step) return { sentence: `${statusWords(order.status).word}: the next step begins`, tone: 'active' };
  const words = stepWords(step.name);
  if (step.error && step.nextAttemptAt) return retry(words.again, step, 'wait', step.maxAttempts);
  const percent = step.percent ? `, ${step.percent} % done` : '';
  const again = step.attempt > 1 ? `, attempt ${step.attempt}${step.maxAttempts ? ` of ${step.maxAttempts}` : ''}` : '';
  return { sentence: `${words.doing}${percent}${again}`, tone: 'active' };
}

function compensation(order: OrderDetailsFragment, _clock: Clock): Headline {
  const running = order.compensations.find(({ status }) => status === 'RUNNING');
  const doing = isCancelled(order) ? 'Cancelling …' : 'Compensates completed steps';
  if (!running) return { sentence: doing, tone: 'undo' };
  const verb = compensationWord(running.name).toLowerCase();
  if (running.error && running.nextAttemptAt) return retry(verb, running, 'undo');
  return { sentence: `${doing}: ${verb}`, tone: 'undo' };
}

function shipped({ shipment, closedAt }: OrderDetailsFragment): string {
  const by = shipment?.carrier ? ` by ${shipment.carrier}` : '';
  return closedAt ? `Shipped${by}` : `Shipped${by}; the customer is being notified`;
}

function ended(order: OrderDetailsFragment): string {
  const { status, failure, compensations } = order;
  const at = failure?.step && status === 'FAILED' ? ` at “${stepWords(failure.step).noun}”` : '';
  return `${statusWords(status).word}${by(order)}${at}${why(order)}${undone(compensations)}`;
}

const by = ({ endedBy }: OrderDetailsFragment): string => (endedBy ? ` by ${endedBy}` : '');

const why = ({ failure }: OrderDetailsFragment): string =>
  failure?.message ? `: ${failure.message.replace(/\.$/, '')}` : '';

function undone(compensations: OrderDetailsFragment['compensations']): string {
  const failed = compensations.filter(({ status }) => status === 'FAILED').length;
  if (failed > 0) return `. ${failed} compensation${failed > 1 ? 's' : ''} failed: a person must act`;
  return compensations.some(({ status }) => status === 'COMPLETED') ? '. Completed steps were compensated' : '';
}
