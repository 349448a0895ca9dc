import { useNavigate, useSearch } from '@tanstack/react-router';
import type { OrderSort } from '@waybill/client';
import { Chips } from '../../components/chips.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useOrderList } from '../../order-list/use-order-list.ts';
import { isStaff, useViewer } from '../../session/viewer.tsx';
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
  const navigate = useNavigate({ from: '/approvals' });
  const isShown = (option: (typeof sorts)[number]) => option.sort === sort;
  return (
    <>
      <search className={styles.sort}>
        <Chips
          label="Sort by"
          options={sorts}
          isShown={isShown}
          onChoose={(option) => void navigate({ search: (last) => ({ ...last, sort: option.sort }), replace: true })}
        />
      </search>
      <WaitingBy key={sort} orderBy={sorts.find(isShown)?.orderBy ?? 'DEADLINE'} />
    </>
  );
}

function WaitingBy({ orderBy }: { orderBy: OrderSort }) {
  const list = useOrderList(waiting, orderBy);
  if (list.error) return <Problem error={list.error} onRetry={list.retry} />;
  if (list.rows.length > 0 || list.fresh.length > 0) return <Queue list={list} />;
  if (list.loading) return <Skeleton label="The queue" />;
  return <Notice icon="check" title="Nothing waits for you" text="An order that needs a manager shows here at once." />;
}

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
