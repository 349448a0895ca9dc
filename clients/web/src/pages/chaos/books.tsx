import { Link } from '@tanstack/react-router';
import type { AuditQuery } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { Badge } from '../../components/badge.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useAnswer } from '../../data/use-answer.ts';
import { useInterval } from '../../data/use-interval.ts';
import { type Money, money } from '../../order/money.ts';
import { Moment } from '../../time/moment.tsx';
import { FactList } from '../order/facts/fact-list.tsx';
import styles from './chaos.module.css';

type Audit = NonNullable<AuditQuery['audit']>;

/** The audit is computed at most this often. */
const everyMs = 10_000;

/** Whether money and stock balance, and the violated rules if they do not. */
export function Books() {
  const client = useWaybill();
  const { answer, error, retry } = useAnswer('audit', (signal) =>
    client.audit({ first: 20, signal }).then((audit) => ({ audit })),
  );
  useInterval(retry, everyMs);
  if (!answer) return error ? <Problem error={error} onRetry={retry} /> : <Skeleton label="The books" />;
  const { audit } = answer;
  if (!audit) return <Panel title="Books">The providers do not respond.</Panel>;
  return (
    <Panel title="Books" aside={<Moment at={audit.asOf} />}>
      <p role="status" className={styles.balance}>
        <Badge tone={audit.balanced ? 'good' : 'bad'}>
          {audit.balanced ? 'Balanced' : `Not balanced: ${audit.problemCount} rules are broken`}
        </Badge>
      </p>
      <Broken problems={audit.problems} />
      <FactList
        facts={[
          ['Captured', amounts(audit.captured)],
          ['Refunded', amounts(audit.refunded)],
          ['Held', amounts(audit.openHolds)],
          ['On the shelf', `${total(audit, 'available')} units`],
          ['Reserved', `${total(audit, 'reserved')} units`],
          ['Shipped', `${total(audit, 'shipped')} units`],
        ]}
      />
    </Panel>
  );
}

const Broken = ({ problems }: Pick<Audit, 'problems'>) => (
  <ul className={styles.pins} aria-label="Broken rules">
    {problems.map(({ code, message, orderId }) => (
      <li key={`${code} ${orderId} ${message}`}>
        <span>
          <strong>{message}</strong>
          <small>{code}</small>
        </span>
        {orderId && (
          <Link to="/orders/$id" params={{ id: orderId }}>
            {orderId}
          </Link>
        )}
      </li>
    ))}
  </ul>
);

const amounts = (of: readonly Money[]): string => of.map(money).join(', ') || 'nothing';

const total = ({ stock }: Audit, of: 'available' | 'reserved' | 'shipped'): string =>
  stock.reduce((sum, line) => sum + line[of], 0).toLocaleString('en');
