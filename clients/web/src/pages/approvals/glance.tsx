import { Link } from '@tanstack/react-router';
import { Skeleton } from '../../components/skeleton.tsx';
import { useLiveOrder } from '../../order/use-live-order.ts';
import { Items } from '../order/facts/items.tsx';
import styles from './queue.module.css';

/** The items and the address of the chosen order. */
export function Glance({ id }: { id: string }) {
  const { order } = useLiveOrder(id);
  return (
    <aside className={styles.glance} aria-label={`Order ${id}`}>
      {order ? (
        <>
          <Items order={order} />
          <Link to="/orders/$id" params={{ id }}>
            Show this order
          </Link>
        </>
      ) : (
        <Skeleton label={`Order ${id}`} lines={4} />
      )}
    </aside>
  );
}
