import type { OrderState } from './order.ts';
import { isClosed } from './statuses.ts';
import { stepRules } from './steps.ts';

/** From then on nothing is decided any more: the order does not ship, or has shipped. */
export const endIsDecided = ({ status, failure }: Pick<OrderState, 'status' | 'failure'>): boolean =>
  failure !== null || isClosed(status);

/**
 * How far an order is, 0 to 100: the weight of what is completed over the weight of all that it was to do, rounded down.
 * It never falls, stands still once the end is decided, and is 100 only when the order has shipped. The one rule: every
 * change of an order's state is followed by it, so that the state, the book and the API say the same.
 */
export function progressOf(order: Pick<OrderState, 'status' | 'failure' | 'steps' | 'progress'>): number {
  if (order.status === 'SHIPPED') return 100;
  if (endIsDecided(order)) return order.progress;
  const planned = order.steps.filter(({ status }) => status !== 'SKIPPED');
  const weightOf = (steps: typeof planned) => steps.reduce((sum, { name }) => sum + stepRules[name].weight, 0);
  const done = weightOf(planned.filter(({ status }) => status === 'COMPLETED'));
  return Math.max(order.progress, Math.min(99, Math.floor((100 * done) / weightOf(planned))));
}
