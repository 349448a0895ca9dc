import type { OrderDetailsFragment } from '@waybill/client';
import { Progress } from '../../components/progress.tsx';
import { headline } from '../../order/headline.ts';
import { money } from '../../order/money.ts';
import { StatusBadge } from '../../order/status-badge.tsx';
import { statusWords } from '../../order/words.ts';
import { usePreferences } from '../../session/preferences.ts';
import { shortTime } from '../../time/format.ts';
import { Moment } from '../../time/moment.tsx';
import { serverClock } from '../../time/server-clock.ts';
import { Fact } from './fact.tsx';
import styles from './order-head.module.css';
import { PageHead } from './page-head.tsx';

/** The headline of the order; then customer, total and time. */
export function OrderHead({ order }: { order: OrderDetailsFragment }) {
  const { zone } = usePreferences();
  const waiting = headline(order, (iso) => shortTime(iso, zone, serverClock.now()));
  return (
    <PageHead list="/orders" id={order.id} headline={waiting} tone={waiting.tone}>
      <Progress value={order.progress} label="Progress of the order" tone={statusWords(order.status).tone} />
      <Facts order={order} />
    </PageHead>
  );
}

const Facts = ({ order }: { order: OrderDetailsFragment }) => (
  <dl className={styles.facts}>
    <Fact name="Status">
      <StatusBadge status={order.status} /> <span className={styles.percent}>{order.progress} %</span>
    </Fact>
    <Fact name="Total">{money(order.total)}</Fact>
    <Fact name="Customer">
      <bdi>{order.customerId}</bdi>
    </Fact>
    <Fact name="Placed">
      <Moment at={order.createdAt} />
      {order.placedBy && order.placedBy !== order.customerId && ` by ${order.placedBy}`}
    </Fact>
    <Fact name={order.closedAt ? 'Closed' : 'Last change'}>
      <Moment at={order.closedAt ?? order.updatedAt} />
    </Fact>
    {order.links?.temporalUi && (
      <Fact name="Engine">
        <a href={order.links.temporalUi}>Workflow in Temporal</a>
      </Fact>
    )}
  </dl>
);
