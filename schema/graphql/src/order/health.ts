import type { StepStatus } from '@waybill/contracts/words';
import { builder } from '../builder.ts';
import { described } from '../described.ts';
import type { OrderSnapshot } from './desk.ts';
import { compensationsNow, stepsNow } from './now.ts';

const orderHealths = ['OK', 'RETRYING', 'WAITING_FOR_PERSON', 'STUCK'] as const;
type Health = (typeof orderHealths)[number];

export const OrderHealth = builder.enumType('OrderHealth', {
  description: 'Whether an order gets on by itself.',
  values: described(orderHealths, {
    OK: 'It gets on, or is done.',
    RETRYING: 'Something failed and is tried again; the running step says what, how often and when next.',
    WAITING_FOR_PERSON: 'It awaits approval.',
    STUCK: 'It has failed so often or so long that an operator should look.',
  }),
});

const stuckFromAttempt = 5;
const undoMayFailForMs = 60_000;

export function healthOf(order: OrderSnapshot): Health {
  if (order.taskFailing || lastAttempt(stepsNow(order)) >= stuckFromAttempt || hasLongFailingUndo(order))
    return 'STUCK';
  if (order.status === 'AWAITING_APPROVAL') return 'WAITING_FOR_PERSON';
  return lastAttempt([...stepsNow(order), ...compensationsNow(order)]) > 1 ? 'RETRYING' : 'OK';
}

const lastAttempt = (work: readonly { status: StepStatus; attempt: number }[]): number =>
  Math.max(0, ...work.filter(({ status }) => status === 'RUNNING').map(({ attempt }) => attempt));

/** The answer's own `asOf` is the clock: the same snapshot has the same health whoever asks, and whenever. */
const hasLongFailingUndo = (order: OrderSnapshot): boolean =>
  compensationsNow(order).some(
    ({ status, attempt, error, startedAt }) =>
      (status === 'FAILED' || (status === 'RUNNING' && (attempt > 1 || error !== null))) &&
      Date.parse(order.asOf) - Date.parse(startedAt) >= undoMayFailForMs,
  );
