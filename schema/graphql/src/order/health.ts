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
  if (order.taskFailing) return 'STUCK';
  if (order.status === 'AWAITING_APPROVAL') return 'WAITING_FOR_PERSON';
  const attempt = Math.max(0, ...triedNow(order).map((work) => work.attempt));
  if (attempt >= stuckFromAttempt || hasLongFailingUndo(order)) return 'STUCK';
  return attempt > 1 ? 'RETRYING' : 'OK';
}

const triedNow = (order: OrderSnapshot) =>
  [...stepsNow(order), ...compensationsNow(order)].filter(({ status }) => status === 'RUNNING');

/** The answer's own `asOf` is the clock: the same snapshot has the same health whoever asks, and whenever. */
const hasLongFailingUndo = (order: OrderSnapshot): boolean =>
  compensationsNow(order).some(
    ({ status, attempt, error, startedAt }) =>
      (status === 'FAILED' || (status === 'RUNNING' && (attempt > 1 || error !== null))) &&
      Date.parse(order.asOf) - Date.parse(startedAt) >= undoMayFailForMs,
  );
