import { isDeepStrictEqual } from 'node:util';
import type { BookedOrder } from '@waybill/contracts';
import type { OrderState } from '@waybill/contracts/words';
import type { OrderSnapshot } from '@waybill/graphql';
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
    }),
  };
}

/** True when `next` says something that `known` did not; never for one that is older. */
export function isNews(known: OrderSnapshot | undefined, next: OrderSnapshot): boolean {
  if (!known || next.revision !== known.revision) return !known || next.revision > known.revision;
  if (next.closedAt !== known.closedAt || next.taskFailing !== known.taskFailing) return true;
  if (next.attention !== known.attention) return true;
  return !isDeepStrictEqual(next.running, known.running);
}
