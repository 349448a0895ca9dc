import { useNavigate, useSearch } from '@tanstack/react-router';
import { Chips } from '../../components/chips.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { type LiveOrderList, useOrderList } from '../../order-list/use-order-list.ts';
import { waiting } from '../../order-list/waiting.ts';
import { isStaff, useViewer } from '../../session/viewer.tsx';
import { FreshOrders } from '../orders/table/fresh-orders.tsx';
import type { ApprovalsSearch } from './approvals-search.ts';
import { ClosedForYou } from './closed-for-you.tsx';
import styles from './queue.module.css';
import { Queue } from './queue.tsx';

const sorts = [
  { name: 'Soonest deadline', sort: undefined, orderBy: 'DEADLINE' },
  { name: 'Longest waiting', sort: 'age', orderBy: 'OLDEST' },
] as const;

/** The orders that wait for a manager, by deadline or by waiting time. */
export function ApprovalsPage() {
  const viewer = useViewer();
  return (
    <>
      <PageHead title="Approvals">{isStaff(viewer) && <Keys />}</PageHead>
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
      <Queue list={list}>{!list.error && <NothingShown list={list} />}</Queue>
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
    <Notice icon="clock" title="New orders are waiting" text="They arrived while you were deciding: show them above." />
  ) : (
    <Notice icon="check" title="Nothing to approve" text="An order that needs a manager appears here immediately." />
  );

const Keys = () => (
  <p className="wide-only">
    <kbd>j</kbd> <kbd>k</kbd> move · <kbd>a</kbd> approve · <kbd>r</kbd> reject · <kbd>Enter</kbd> open
  </p>
);
