import type { OrderDetailsFragment } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { firstPage } from '../../data/first-page.ts';
import { EngineHistory } from '../../engine-history/engine-history.tsx';

export function OrderHistory({ order: { id, links } }: { order: OrderDetailsFragment }) {
  const { orders } = useWaybill();
  return (
    <EngineHistory
      of={`order ${id}`}
      workflow={links?.temporalUi}
      read={(after, signal) => firstPage(orders.history(id, { newestFirst: true, pageSize: 50, after, signal }))}
    />
  );
}
