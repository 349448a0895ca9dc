import { Link } from '@tanstack/react-router';
import type { OrderSummaryFragment } from '@waybill/client';
import { Badge } from '../../components/badge.tsx';
import { money } from '../../order/money.ts';
import { isStaff, useViewer } from '../../session/viewer.tsx';
import { Countdown } from '../../time/countdown.tsx';
import { Moment } from '../../time/moment.tsx';
import styles from './overview.module.css';
import { reasonForAttention } from './reason-for-attention.ts';

/** An order that needs attention, the reason, and a link to its actions. */
export function AttentionRow({ order }: { order: OrderSummaryFragment }) {
  const viewer = useViewer();
  const { id, customerId, total, createdAt, approvalDeadline, health } = order;
  const decides = health === 'WAITING_FOR_PERSON' && isStaff(viewer);
  const { tone, text } = reasonForAttention(order);
  return (
    <li>
      <Link to={decides ? '/orders/$id/approve' : '/orders/$id'} params={{ id }}>
        <span className={styles.name}>
          <strong>{id}</strong>
          <small>
            {money(total)} · placed <Moment at={createdAt} /> · <bdi>{customerId}</bdi>
          </small>
        </span>
        <Badge tone={tone}>{text}</Badge>
        {health === 'WAITING_FOR_PERSON' && approvalDeadline && (
          <span className={styles.left}>
            <Countdown until={approvalDeadline} />
          </span>
        )}
      </Link>
    </li>
  );
}
