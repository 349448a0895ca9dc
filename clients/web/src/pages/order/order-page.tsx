import { useParams } from '@tanstack/react-router';
import { PageHead } from '../../components/page-head.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useLiveOrder } from '../../order/use-live-order.ts';
import { OrderView } from './order-view.tsx';

export function OrderPage() {
  const { id } = useParams({ from: '/shell/orders/$id' });
  const { order, error } = useLiveOrder(id);
  if (order) return <OrderView order={order} />;
  if (error)
    return (
      <>
        <PageHead title={id} />
        <Problem error={error} />
      </>
    );
  return <Skeleton label={`Order ${id}`} />;
}
