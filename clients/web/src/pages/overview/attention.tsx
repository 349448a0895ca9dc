import { Link } from '@tanstack/react-router';
import { Icon } from '../../components/icon.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useOrderList } from '../../order-list/use-order-list.ts';
import { AttentionRow } from './attention-row.tsx';
import styles from './overview.module.css';
import { urgency } from './urgency.ts';

const needing = { needsAttention: true };
const most = 8;

/** Orders that wait for a person, by deadline; then stuck ones, then retrying ones. */
export function Attention() {
  const { rows, fresh, loading, error, retry } = useOrderList(needing, 'DEADLINE');
  if (error) return <Problem error={error} onRetry={retry} />;
  if (loading) return <Skeleton label="The list of orders that need attention" lines={3} />;
  const orders = [...rows.filter(({ left }) => !left).map(({ order }) => order), ...fresh].sort(urgency);
  if (orders.length === 0)
    return (
      <p className={styles.quiet}>
        <Icon name="check" /> Nothing waits for a person, and nothing is stuck.
      </p>
    );
  return (
    <Panel
      title={orders.length === 1 ? '1 order needs attention' : `${orders.length} orders need attention`}
      aside={
        <Link to="/orders" search={{ attention: true }}>
          See all
        </Link>
      }
    >
      <ul className={styles.attention}>
        {orders.slice(0, most).map((order) => (
          <AttentionRow key={order.id} order={order} />
        ))}
      </ul>
    </Panel>
  );
}
