import { Link, useParams } from '@tanstack/react-router';
import { LinkButton } from '../../components/link-button.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Problem } from '../../components/problem.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useLiveOrder } from '../../order/use-live-order.ts';
import { isStaff, useViewer } from '../../session/viewer.tsx';
import { ClosedForYou } from '../approvals/closed-for-you.tsx';
import styles from './approve-page.module.css';
import { Decision } from './decision.tsx';

/** An approval on a phone screen: the order, how long it waits, and two buttons. */
export function ApprovePage() {
  const viewer = useViewer();
  const { id } = useParams({ from: '/shell/orders/$id/approve' });
  return (
    <article className={styles.page}>{isStaff(viewer) ? <Approval id={id} /> : <NotForCustomers id={id} />}</article>
  );
}

function Approval({ id }: { id: string }) {
  const { order, error } = useLiveOrder(id);
  return (
    <>
      <p className={styles.path}>
        <Link to="/approvals">Approvals</Link>
        <span aria-hidden="true">/</span>
        <span>{id}</span>
      </p>
      {order ? (
        <Decision key={id} order={order} />
      ) : error ? (
        <Problem error={error} />
      ) : (
        <Skeleton label={`Order ${id}`} />
      )}
    </>
  );
}

const NotForCustomers = ({ id }: { id: string }) => (
  <>
    <PageHead title={id} />
    <ClosedForYou>
      <LinkButton to="/orders/$id" params={{ id }} look="primary">
        Watch it
      </LinkButton>
    </ClosedForYou>
  </>
);
