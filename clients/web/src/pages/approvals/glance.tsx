import { Link } from '@tanstack/react-router';
import { Skeleton } from '../../components/skeleton.tsx';
import { useLiveOrder } from '../../order/use-live-order.ts';
import { Items } from '../order/facts/items.tsx';
import styles from './queue.module.css';

/** What is in the chosen order, and where it goes. */
export function Glance({ id }: { id: string }) {
  const { order } = useLiveOrder(id);
  return (
    <aside className={styles.glance} aria-label={`Order ${id}`}>
      {order ? (
        <>
          <Items order={order} />
          <Link to="/orders/$id" params={{ id }}>
            All about this order
          </Link>
        </>
      ) : (
        <Skeleton label={`Order ${id}`} lines={4} />
      )}
    </aside>
  );
}
