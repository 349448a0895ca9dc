import type { OrderState } from './order.ts';
import { isClosed } from './statuses.ts';
import { stepRules } from './steps.ts';

/** Nothing is decided after this: the order will not ship, or has shipped. */
export const endIsDecided = ({ status, failure }: Pick<OrderState, 'status' | 'failure'>): boolean =>
  failure !== null || isClosed(status);

/**
 * The progress of an order, 0 to 100: the weight of the completed steps divided by the weight of the planned ones,
 * rounded down. It never falls, stops once the end is decided, and is 100 only when the order has shipped. It is
 * computed after every change of the state, so that state, book and API agree.
 */
export function progressOf(order: Pick<OrderState, 'status' | 'failure' | 'steps' | 'progress'>): number {
  if (order.status === 'SHIPPED') return 100;
  if (endIsDecided(order)) return order.progress;
  const planned = order.steps.filter(({ status }) => status !== 'SKIPPED');
  const weightOf = (steps: typeof planned) => steps.reduce((sum, { name }) => sum + stepRules[name].weight, 0);
  const done = weightOf(planned.filter(({ status }) => status === 'COMPLETED'));
  return Math.max(order.progress, Math.min(99, Math.floor((100 * done) / weightOf(planned))));
}
