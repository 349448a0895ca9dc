import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { LongId } from '../../components/long-id.tsx';
import { money } from '../../order/money.ts';
import { StatusBadge } from '../../order/status-badge.tsx';
import type { Row } from '../../order-list/rows.ts';
import { useFollowed } from '../../order-list/use-followed.ts';
import { Countdown } from '../../time/countdown.tsx';
import { Moment } from '../../time/moment.tsx';
import styles from './queue.module.css';

type WaitingOrderProps = {
  /** Receives the element, whose height is measured. */
  ref: (element: HTMLLIElement | null) => void;
  index: number;
  /** The total number; -1 while it is unknown. */
  of: number;
  row: Row;
  chosen: boolean;
  busy: boolean;
  onChoose: (id: string) => void;
  onApprove: (id: string) => void;
  onReject: (id: string) => void;
};

export function WaitingOrder(props: WaitingOrderProps) {
  const { ref, index, of, row, chosen, onChoose } = props;
  const { id, customerId, total, createdAt, approvalDeadline } = row.order;
  const { status } = useFollowed(row);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    ref(item.current);
    if (!chosen) return;
    item.current?.scrollIntoView({ block: 'nearest' });
    moveFocusTo(item.current);
  }, [chosen, ref]);
  return (
    <li
      ref={item}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={of}
      className={styles.order}
      tabIndex={-1}
      data-chosen={chosen || undefined}
      data-left={row.left || undefined}
      onPointerDown={() => onChoose(id)}
      onFocus={() => onChoose(id)}
    >
      <p className={styles.who}>
        <Link to="/orders/$id/approve" params={{ id }} aria-label={id} aria-current={chosen ? 'true' : undefined}>
          <LongId id={id} />
        </Link>
        <small title={customerId}>
          Placed <Moment at={createdAt} /> · <bdi>{customerId}</bdi>
        </small>
      </p>
      <p className={styles.sum}>
        <strong>{money(total)}</strong>
        {row.left ? <StatusBadge status={status} /> : approvalDeadline && <Left until={approvalDeadline} />}
      </p>
      {!row.left && <Buttons {...props} />}
    </li>
  );
}

/** A focus that is in another order of the queue comes along, so that keys and the focus mean the same order. */
function moveFocusTo(chosen: HTMLLIElement | null): void {
  const focused = document.activeElement;
  if (chosen?.parentElement?.contains(focused) && !chosen.contains(focused)) chosen.focus({ preventScroll: true });
}

type ButtonsProps = Pick<WaitingOrderProps, 'row' | 'busy' | 'onApprove' | 'onReject'>;

const Buttons = ({ row: { order }, busy, onApprove, onReject }: ButtonsProps) => (
  <p className={styles.buttons}>
    {order.availableActions.includes('APPROVE') && (
      <Button look="primary" busy={busy} onClick={() => onApprove(order.id)} aria-label={`Approve ${order.id}`}>
        <Icon name="check" /> Approve
      </Button>
    )}
    {order.availableActions.includes('REJECT') && (
      <Button look="danger" onClick={() => onReject(order.id)} aria-label={`Reject ${order.id}`}>
        <Icon name="cross" /> Reject
      </Button>
    )}
  </p>
);

const Left = ({ until }: { until: string }) => (
  <span className={styles.left}>
    <Icon name="clock" />
    <Countdown until={until} />
  </span>
);
