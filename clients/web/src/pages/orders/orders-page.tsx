import { Link } from '@tanstack/react-router';
import { useOrders } from '@waybill/client/react';
import { Notice } from '../../components/notice.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { money } from '../../order/money.ts';
import { StatusBadge } from '../../order/status-badge.tsx';
import { Moment } from '../../time/moment.tsx';

export function OrdersPage() {
  const { orders, loading, error } = useOrders();
  if (error) return <Problem error={error} />;
  if (loading) return <Skeleton label="The list of orders" />;
  if (orders.length === 0) return <Notice icon="list" title="No orders yet" text="The first one shows here at once." />;
  return (
    <ul>
      {orders.map(({ id, status, total, createdAt }) => (
        <li key={id}>
          <Link to="/orders/$id" params={{ id }}>
            {id}
          </Link>{' '}
          <StatusBadge status={status} /> {money(total)} <Moment at={createdAt} />
        </li>
      ))}
    </ul>
  );
}
