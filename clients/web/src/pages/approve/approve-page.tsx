import { Link, useParams } from '@tanstack/react-router';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useLiveOrder } from '../../order/use-live-order.ts';
import styles from './approve-page.module.css';
import { Decision } from './decision.tsx';

/** An approval on a phone screen: the order, how long it waits, and two buttons. */
export function ApprovePage() {
  const { id } = useParams({ from: '/shell/orders/$id/approve' });
  const { order, error } = useLiveOrder(id);
  return (
    <article className={styles.page}>
      <p className={styles.path}>
        <Link to="/approvals">Approvals</Link>
        <span aria-hidden="true">/</span>
        <span>{id}</span>
      </p>
      {order ? (
        <Decision key={id} order={order} />
      ) : error ? (
        <Problem error={error} />
      ) : (
        <Skeleton label={`Order ${id}`} />
      )}
    </article>
  );
}
