import { useNavigate, useSearch } from '@tanstack/react-router';
import { Chips } from '../../components/chips.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { type LiveOrderList, useOrderList } from '../../order-list/use-order-list.ts';
import { isStaff, useViewer } from '../../session/viewer.tsx';
import { FreshOrders } from '../orders/table/fresh-orders.tsx';
import type { ApprovalsSearch } from './approvals-search.ts';
import styles from './queue.module.css';
import { Queue } from './queue.tsx';

const waiting = { status: ['AWAITING_APPROVAL' as const] };

const sorts = [
  { name: 'Soonest deadline', sort: undefined, orderBy: 'DEADLINE' },
  { name: 'Longest waiting', sort: 'age', orderBy: 'OLDEST' },
] as const;

/** All that waits for a manager: what expires soonest first, or what has waited longest. */
export function ApprovalsPage() {
  const viewer = useViewer();
  return (
    <>
      <PageHead title="Approvals">
        <Keys />
      </PageHead>
      {isStaff(viewer) ? <Waiting /> : <ClosedForYou />}
    </>
  );
}

function Waiting() {
  const { sort } = useSearch({ from: '/shell/approvals' });
  const list = useOrderList(waiting, sorts.find((option) => option.sort === sort)?.orderBy ?? 'DEADLINE');
  return (
    <>
      <div className={styles.bar}>
        <SortBy sort={sort} />
        <FreshOrders count={list.fresh.length} onShow={list.showFresh} beside />
      </div>
      {list.rows.length > 0 ? <Queue list={list} /> : !list.error && <NothingShown list={list} />}
      {list.error ? <Problem error={list.error} onRetry={list.retry} /> : null}
    </>
  );
}

function SortBy({ sort }: ApprovalsSearch) {
  const navigate = useNavigate({ from: '/approvals' });
  return (
    <search className={styles.sort}>
      <Chips
        label="Sort by"
        options={sorts}
        isShown={(option) => option.sort === sort}
        onChoose={(option) => void navigate({ search: (last) => ({ ...last, sort: option.sort }), replace: true })}
      />
    </search>
  );
}

const NothingShown = ({ list: { loading, fresh } }: { list: LiveOrderList }) =>
  loading ? (
    <Skeleton label="The queue" />
  ) : fresh.length > 0 ? (
    <Notice icon="clock" title="New ones wait for you" text="They came while you decided: show them above." />
  ) : (
    <Notice icon="check" title="Nothing waits for you" text="An order that needs a manager shows here at once." />
  );

const ClosedForYou = () => (
  <Notice
    icon="user"
    title="Closed for you"
    text="Managers and operators decide here; your orders show their decision."
  />
);

const Keys = () => (
  <p className="wide-only">
    <kbd>j</kbd> <kbd>k</kbd> move · <kbd>a</kbd> approve · <kbd>r</kbd> reject · <kbd>Enter</kbd> open
  </p>
);
