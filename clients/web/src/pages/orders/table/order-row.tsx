import { Link } from '@tanstack/react-router';
import { memo, type Ref } from 'react';
import { LongId } from '../../../components/long-id.tsx';
import { Progress } from '../../../components/progress.tsx';
import { money } from '../../../order/money.ts';
import { StatusBadge } from '../../../order/status-badge.tsx';
import type { Verdict } from '../../../order/verdict.ts';
import { statusWords, stepWords } from '../../../order/words.ts';
import type { Row } from '../../../order-list/rows.ts';
import { useFollowed } from '../../../order-list/use-followed.ts';
import { Moment } from '../../../time/moment.tsx';
import { HealthMark } from './health-mark.tsx';
import styles from './orders-table.module.css';

type OrderRowProps = {
  ref: Ref<HTMLTableRowElement>;
  index: number;
  row: Row;
  picked: boolean;
  verdict: Verdict | undefined;
  onPick: (id: string, picked: boolean) => void;
};

export const OrderRow = memo(({ ref, index, row, picked, verdict, onPick }: OrderRowProps) => {
  const order = useFollowed(row);
  const { id, customerId, status, progress, health, total, createdAt } = order;
  const below = row.left ? 'No longer in this list' : stepOrReason(order);
  return (
    <tr
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      data-left={row.left || undefined}
      data-picked={picked || undefined}
    >
      <PickBox id={id} picked={picked} onPick={onPick} />
      <Named id={id} customerId={customerId} />
      <td className={styles.status}>
        <StatusBadge status={status} />
        <HealthMark health={health} />
      </td>
      <td className={styles.progress}>
        {verdict ? (
          <span className={verdict.accepted ? styles.accepted : styles.refused}>{verdict.text}</span>
        ) : (
          <>
            <Progress value={progress} label={`Progress of ${id}`} tone={statusWords(status).tone} />
            <small title={below} dir="auto">
              {below}
            </small>
          </>
        )}
      </td>
      <td className={styles.total}>{money(total)}</td>
      <td className={styles.placed}>
        <Moment at={createdAt} />
      </td>
    </tr>
  );
});

const PickBox = ({ id, picked, onPick }: { id: string } & Pick<OrderRowProps, 'picked' | 'onPick'>) => (
  <td className={styles.pick}>
    <label>
      <input
        type="checkbox"
        checked={picked}
        onChange={(event) => onPick(id, event.target.checked)}
        aria-label={`Select ${id}`}
      />
    </label>
  </td>
);

const Named = ({ id, customerId }: Pick<Row['order'], 'id' | 'customerId'>) => (
  <td className={styles.order}>
    <Link to="/orders/$id" params={{ id }} title={id} aria-label={id}>
      <LongId id={id} />
    </Link>
    <small>
      <bdi>{customerId}</bdi>
    </small>
  </td>
);

/** The current step, or why the order ended without being shipped; a space keeps the height of the row. */
const stepOrReason = ({ currentStep, failure }: Row['order']): string =>
  failure?.message ?? (currentStep ? stepWords(currentStep).noun : '\u00a0');
