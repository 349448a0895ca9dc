import {
  type OrderStatus,
  orderStatuses,
  type RunStatus,
  runStatuses,
  runStatusMachine,
  statusMachine,
} from '@waybill/contracts/domain';

/** Whether a status can be reached from another by any number of transitions, zero included: a writer may skip some. */
export const canReach = (from: OrderStatus, to: OrderStatus): boolean => orderReach.get(from)?.has(to) ?? false;

export const canRunReach = (from: RunStatus, to: RunStatus): boolean => runReach.get(from)?.has(to) ?? false;

const orderReach = reachIn(statusMachine, orderStatuses);
const runReach = reachIn(runStatusMachine, runStatuses);

function reachIn<Status extends string>(
  machine: Readonly<Record<Status, readonly Status[]>>,
  statuses: readonly Status[],
): ReadonlyMap<Status, ReadonlySet<Status>> {
  return new Map(statuses.map((status) => [status, reachedFrom(machine, status)]));
}

function reachedFrom<Status extends string>(machine: Readonly<Record<Status, readonly Status[]>>, start: Status) {
  const reached = new Set([start]);
  // A set may grow while it is iterated.
  for (const status of reached) for (const next of machine[status]) reached.add(next);
  return reached;
}
