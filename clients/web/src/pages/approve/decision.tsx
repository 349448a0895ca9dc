import { useNavigate, useSearch } from '@tanstack/react-router';
import type { OrderDetailsFragment } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import tones from '../../components/tone.module.css';
import { money } from '../../order/money.ts';
import { useCommand } from '../../order/use-command.ts';
import { VerdictLine } from '../../order/verdict-line.tsx';
import { Items } from '../order/facts/items.tsx';
import styles from './approve-page.module.css';
import { Waiting } from './waiting.tsx';

export function Decision({ order }: { order: OrderDetailsFragment }) {
  const { orders } = useWaybill();
  const { dialog } = useSearch({ from: '/shell/orders/$id/approve' });
  const navigate = useNavigate({ from: '/orders/$id/approve' });
  const { run, busy, verdict } = useCommand();
  const { id, customerId, total, availableActions } = order;
  const may = (action: (typeof availableActions)[number]) => availableActions.includes(action);
  const ask = (asked?: 'reject') => void navigate({ search: { dialog: asked }, replace: true });
  const approve = () => void run((commandId) => orders.approve(id, { commandId }), 'Approved');
  const reject = (reason: string) => {
    ask();
    void run((commandId) => orders.reject(id, reason, { commandId }), 'Rejected');
  };
  return (
    <>
      <h1 className={`${styles.sum} ${tones.wait}`}>
        {money(total)} <small>for {customerId}</small>
      </h1>
      <Waiting order={order} />
      <Items order={order} />
      <footer className={styles.foot}>
        {verdict && <VerdictLine verdict={verdict} />}
        {may('APPROVE') || may('REJECT') ? (
          <div className={styles.buttons}>
            <Button look="danger" busy={!may('REJECT')} onClick={() => ask('reject')}>
              <Icon name="cross" /> Reject
            </Button>
            <Button look="primary" busy={busy || !may('APPROVE')} onClick={approve}>
              <Icon name="check" /> Approve
            </Button>
          </div>
        ) : (
          <div className={styles.buttons}>
            <LinkButton to="/orders/$id" params={{ id }}>
              Watch it
            </LinkButton>
            <LinkButton to="/approvals" look="primary">
              The next one
            </LinkButton>
          </div>
        )}
      </footer>
      {dialog === 'reject' && may('REJECT') && (
        <ReasonDialog title={`Reject ${id}`} confirm="Reject" onClose={() => ask()} onConfirm={reject} />
      )}
    </>
  );
}
