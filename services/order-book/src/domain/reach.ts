import { type OrderStatus, orderStatuses, statusMachine } from '@waybill/contracts/domain';

/** Whether a status can be reached from another by any number of transitions, none included: a writer may skip some. */
export const canReach = (from: OrderStatus, to: OrderStatus): boolean => reach.get(from)?.has(to) ?? false;

const reach = new Map(orderStatuses.map((status) => [status, reachedFrom(status)]));

function reachedFrom(start: OrderStatus): ReadonlySet<OrderStatus> {
  const reached = new Set([start]);
  // A set that grows while it is walked is walked to its end.
  for (const status of reached) for (const next of statusMachine[status]) reached.add(next);
  return reached;
}
