import type { RunDetailsFragment } from '@waybill/client';
import { money } from '../../order/money.ts';
import { periodWord, runStatusWords } from '../../run/words.ts';

type Headline = { sentence: string; until?: string };

/** One sentence about what a run does, waits for or resulted in; `until`: the time that it waits for. */
export function runHeadline(run: RunDetailsFragment, clock: (iso: string) => string): Headline {
  if (run.failure) return { sentence: failed(run, run.failure) };
  switch (run.__typename) {
    case 'PaymentRun':
      return { sentence: paymentSentence(run) };
    case 'StandingOrder':
      return standingHeadline(run, clock);
    case 'GreetingRun':
      return { sentence: run.greeting ?? `Greets ${run.name}` };
    case 'UserContextRun':
      return {
        sentence: run.closedAt ? `What is known about ${run.userId}` : `Collects what is known about ${run.userId}`,
      };
    default:
      return { sentence: runStatusWords((run as { status: string }).status).word };
  }
}

/** A cancelled run is not a failed one, and is cancelled only when its compensations are done. */
function failed(
  { status, closedAt, endedBy }: RunDetailsFragment,
  { code, message }: { code: string; message: string },
): string {
  const why = message.replace(/\.$/, '');
  if (code !== 'CANCELLED') return `Failed: ${why}`;
  const word = closedAt ? runStatusWords(status).word : 'Cancelling …';
  return `${word}${endedBy ? ` by ${endedBy}` : ''}: ${why}`;
}

type Payment = Extract<RunDetailsFragment, { __typename: 'PaymentRun' }>;

function paymentSentence({ payment, amount, refundable, status }: Payment): string {
  const captured = payment?.captured;
  if (!captured) return `${runStatusWords(status).word}: ${money(amount)}`;
  const refunded = payment.refunded && Number(payment.refunded.amount) > 0 ? payment.refunded : undefined;
  if (!refunded) return `${money(captured)} was captured`;
  if (!refundable || Number(refundable.amount) === 0) return `All of ${money(captured)} was refunded`;
  return `${money(refunded)} of ${money(captured)} was refunded`;
}

type StandingOrderRun = Extract<RunDetailsFragment, { __typename: 'StandingOrder' }>;

function standingHeadline(
  { status, nextAt, every, pausedBy, placed, skipsNext, endedBy }: StandingOrderRun,
  clock: (iso: string) => string,
) {
  if (status === 'PAUSED')
    return { sentence: `Paused${pausedBy ? ` by ${pausedBy}` : ''}: places no orders until it is resumed` };
  const orders = `${placed} ${placed === 1 ? 'order' : 'orders'}`;
  if (!nextAt) return { sentence: endedBy ? `Stopped by ${endedBy} after ${orders}` : `Placed ${orders} and is done` };
  const next = skipsNext ? `but none at ${clock(nextAt)}, which is skipped` : `the next at ${clock(nextAt)}`;
  return { sentence: `Places an order every ${periodWord(every)}, ${next}`, until: nextAt };
}
