import { Link } from '@tanstack/react-router';
import type { OrderDetailsFragment } from '@waybill/client';
import { Progress } from '../../components/progress.tsx';
import tones from '../../components/tone.module.css';
import { headline } from '../../order/headline.ts';
import { money } from '../../order/money.ts';
import { StatusBadge } from '../../order/status-badge.tsx';
import { statusWords } from '../../order/words.ts';
import { usePreferences } from '../../session/preferences.ts';
import { Countdown } from '../../time/countdown.tsx';
import { shortTime } from '../../time/format.ts';
import { Moment } from '../../time/moment.tsx';
import { serverClock } from '../../time/server-clock.ts';
import { Fact } from './fact.tsx';
import styles from './order-head.module.css';

/** What the order waits for, first and large; then who, how much and since when. */
export function OrderHead({ order }: { order: OrderDetailsFragment }) {
  const { zone } = usePreferences();
  const { sentence, tone, until } = headline(order, (iso) => shortTime(iso, zone, serverClock.now()));
  return (
    <header className={`${styles.head} ${tones[tone]}`}>
      <p className={styles.path}>
        <Link to="/orders" activeOptions={{ exact: true }}>
          Orders
        </Link>
        <span aria-hidden="true">/</span>
        <span className={styles.id}>{order.id}</span>
      </p>
      <div className={styles.lead}>
        <h1 aria-live="polite">{sentence}</h1>
        {until && (
          <p className={styles.countdown}>
            <Countdown until={until} />
          </p>
        )}
      </div>
      <Progress value={order.progress} label="Progress of the order" tone={statusWords(order.status).tone} />
      <Facts order={order} />
    </header>
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
  </dl>
);
