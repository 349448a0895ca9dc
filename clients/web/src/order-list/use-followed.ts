import { useWaybill } from '@waybill/client/react';
import { useStream } from '../data/use-stream.ts';
import type { Row } from './rows.ts';

async function* nothing(): AsyncGenerator<never> {}

/** The order of a row, which is watched by itself once it has left the list: a list is told no more of it. */
export function useFollowed({ order, left }: Row): Row['order'] {
  const { orders } = useWaybill();
  const { latest } = useStream(left ? order.id : '', (signal) =>
    left ? orders.watch(order.id, { signal }) : nothing(),
  );
  return left && latest && latest.revision > order.revision ? latest : order;
}
