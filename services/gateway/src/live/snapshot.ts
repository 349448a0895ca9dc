import { isDeepStrictEqual } from 'node:util';
import type { BookedOrder } from '@waybill/contracts';
import type { OrderFailure, OrderState } from '@waybill/contracts/words';
import { currentCompensations, currentSteps, type OrderSnapshot } from '@waybill/graphql';
import type { RunningWork } from '@waybill/orders-client';

/** Makes what a desk hands out of what the engine or the book knows. */
export type Snapshots = {
  live: (order: OrderState, running?: RunningWork | null, taskFailing?: boolean) => OrderSnapshot;
  booked: (booked: BookedOrder) => OrderSnapshot;
};

export function snapshotsOf(now: () => Date, linkTo: ((orderId: string) => string) | undefined): Snapshots {
  const snapshot = (order: OrderState, asOf: string, running: RunningWork | null): OrderSnapshot => ({
    ...order,
    asOf,
    running,
    ...(linkTo ? { temporalUi: linkTo(order.orderId) } : {}),
  });
  return {
    live: (order, running = null, taskFailing = false) => ({
      ...snapshot(order, now().toISOString(), running),
      ...(taskFailing ? { taskFailing } : {}),
    }),
    booked: ({ order, asOf, attention }) => ({
      ...snapshot(order, asOf, null),
      ...(attention ? { attention } : {}),
      ...(attention === 'LOST' ? { failure: order.failure ?? lost(order) } : {}),
    }),
  };
}

/**
 * What was told of a try is not taken back: the engine forgets a step that is done before the order has heard of it. So no
 * attempt and no percent falls, whoever was asked last.
 */
export function heldTo(before: OrderSnapshot | undefined, next: OrderSnapshot): OrderSnapshot {
  if (!before) return next;
  const steps = allRaised(next.steps, currentSteps(before));
  const compensations = allRaised(next.compensations, currentCompensations(before));
  return steps === next.steps && compensations === next.compensations ? next : { ...next, steps, compensations };
}

type Try = { name: string; attempt: number; percent?: number | null };

/** The same array where nothing was higher before. */
function allRaised<T extends Try>(now: T[], before: readonly Try[]): T[] {
  const raised = now.map((it) =>
    raisedTo(
      before.find(({ name }) => name === it.name),
      it,
    ),
  );
  return raised.every((it, at) => it === now[at]) ? now : raised;
}

function raisedTo<T extends Try>(before: Try | undefined, now: T): T {
  const attempt = Math.max(now.attempt, before?.attempt ?? 0);
  const percent = Math.max(now.percent ?? -1, before?.percent ?? -1);
  if (attempt === now.attempt && percent === (now.percent ?? -1)) return now;
  return { ...now, attempt, ...(percent < 0 ? {} : { percent }) };
}

/**
 * Whether `next` is from before `known`. Of an order that has ended nothing is: what was written of it in passing may have
 * come from a task that the engine never took, and count further.
 */
export const isOlder = (known: OrderSnapshot, next: OrderSnapshot): boolean =>
  next.revision < known.revision && (next.closedAt === null || known.closedAt !== null);

/** True when `next` says something that `known` did not; never for one that is older. */
export function isNews(known: OrderSnapshot | undefined, next: OrderSnapshot): boolean {
  if (!known || next.revision !== known.revision) return !known || !isOlder(known, next);
  if (next.closedAt !== known.closedAt || next.taskFailing !== known.taskFailing) return true;
  if (next.attention !== known.attention) return true;
  return !isDeepStrictEqual(next.running, known.running);
}

const lost = ({ currentStep }: OrderState): OrderFailure => ({
  code: 'WORKFLOW_LOST',
  message: 'The order was interrupted; what had been done for it is being undone',
  step: currentStep,
});

/**
 * An order whose workflow has ended, as the book has it. A workflow tells the book of its end before it ends: an order that
 * is open there has lost it, unless a recovery has taken the order over.
 */
export const withoutWorkflow = (booked: BookedOrder): BookedOrder =>
  booked.order.closedAt !== null || booked.epoch ? booked : { ...booked, attention: 'LOST' };
