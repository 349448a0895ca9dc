import { Link } from '@tanstack/react-router';
import { type CallFragment, startOfChaosLog } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { useEffect, useState } from 'react';
import { Badge } from '../../components/badge.tsx';
import { Panel } from '../../components/panel.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { plain } from '../../order/words.ts';
import { Moment } from '../../time/moment.tsx';
import styles from './chaos.module.css';

const mostCalls = 100;

/** The newest calls to the providers with their outcomes, live. */
export function CallLog() {
  const { calls, known, error } = useCalls();
  return (
    <Panel title="Calls" aside={`the newest ${mostCalls}, live`}>
      {error !== undefined && <Problem error={error} />}
      {!known && error === undefined && <Skeleton label="The calls" />}
      {known && calls.length === 0 && <p className={styles.none}>No call yet: place an order and watch.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <ol className={styles.calls} aria-label="Calls" tabIndex={0}>
        {calls.map(({ cursor, at, orderId, operation, attempt, outcome, pinned }) => (
          <li key={cursor}>
            <Moment at={at} />
            <span>
              <strong>{operation}</strong> {attempt > 1 && `attempt ${attempt}`}
              <small>{orderId && <OrderOrRun id={orderId} />}</small>
            </span>
            <Badge tone={outcome === 'success' ? 'good' : 'bad'}>
              {plain(outcome)}
              {pinned && ', pinned'}
            </Badge>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** The providers know orders and runs only by id. */
const OrderOrRun = ({ id }: { id: string }) => (
  <Link to={id.startsWith('RUN-') ? '/runs/$id' : '/orders/$id'} params={{ id }}>
    {id}
  </Link>
);

/** Unknown until the page of earlier calls is read. */
type Calls = { calls: readonly CallFragment[]; known: boolean; error?: unknown };

/** Newest first: a page of earlier calls, then live ones; the calls of one frame are shown together. */
function useCalls() {
  const { chaos } = useWaybill();
  const [state, setState] = useState<Calls>({ calls: [], known: false });
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    let fresh: CallFragment[] = [];
    const show = () => {
      const added = fresh;
      fresh = [];
      if (!signal.aborted) setState(({ calls }) => ({ calls: [...added, ...calls].slice(0, mostCalls), known: true }));
    };
    const follow = async () => {
      const { value: page } = await chaos.log({}, { pageSize: 50, signal }).next();
      fresh = [...(page?.nodes ?? [])];
      show();
      for await (const call of chaos.watchLog({}, { after: page?.pageInfo.startCursor ?? startOfChaosLog, signal })) {
        if (fresh.length === 0) requestAnimationFrame(show);
        fresh = [call, ...fresh].slice(0, mostCalls);
      }
    };
    follow().catch((error: unknown) => signal.aborted || setState((last) => ({ ...last, error })));
    return () => leaving.abort();
  }, [chaos]);
  return state;
}
