import { LinkButton } from '../../components/link-button.tsx';
import { useOrderList } from '../../order-list/use-order-list.ts';
import { waiting } from '../../order-list/waiting.ts';

/** Leads to the order with the next deadline that the viewer may decide; without one, to the queue. */
export function NextOrder({ after }: { after: string }) {
  const { rows, fresh } = useOrderList(waiting, 'DEADLINE');
  const open = [...rows.filter(({ left }) => !left).map(({ order }) => order), ...fresh];
  const next = open.find(({ id, availableActions }) => id !== after && availableActions.includes('APPROVE'));
  return next ? (
    <LinkButton to="/orders/$id/approve" params={{ id: next.id }} look="primary">
      Next order
    </LinkButton>
  ) : (
    <LinkButton to="/approvals" look="primary">
      Approvals
    </LinkButton>
  );
}
