import { useNavigate, useSearch } from '@tanstack/react-router';
import type { OrderDetailsFragment } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { useRef } from 'react';
import { useOpenDialog } from '../../action/use-open-dialog.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import tones from '../../components/tone.module.css';
import { money } from '../../order/money.ts';
import { useCommand } from '../../order/use-command.ts';
import { noLongerOffered } from '../../order/verdict.ts';
import { VerdictLine } from '../../order/verdict-line.tsx';
import { Items } from '../order/facts/items.tsx';
import styles from './approve-page.module.css';
import { NextOrder } from './next-order.tsx';
import { Waiting } from './waiting.tsx';

export function Decision({ order }: { order: OrderDetailsFragment }) {
  const { orders } = useWaybill();
  const { dialog } = useSearch({ from: '/shell/orders/$id/approve' });
  const navigate = useNavigate({ from: '/orders/$id/approve' });
  const { run, busy, verdict, isUnsure, forget } = useCommand();
  const foot = useRef<HTMLElement>(null); // has the focus after a decision, because its buttons are gone
  const { id, customerId, total, availableActions } = order;
  const may = (action: (typeof availableActions)[number]) => availableActions.includes(action);
  const ask = (next?: 'reject') => {
    forget();
    void navigate({ search: { dialog: next }, replace: true });
  };
  const isOpen = may('APPROVE') || may('REJECT');
  const asksWhy = useOpenDialog(dialog, may('REJECT'), foot);
  const approve = async () => {
    const reached = await run({ of: [id, 'APPROVE'], done: 'Approved' }, (commandId) =>
      orders.approve(id, { commandId }),
    );
    if (reached?.accepted) foot.current?.focus();
  };
  const reject = async (reason: string): Promise<boolean> => {
    const reached = await run({ of: [id, 'REJECT', reason], done: 'Rejected' }, (commandId) =>
      orders.reject(id, reason, { commandId }),
    );
    if (!reached?.accepted) return false;
    void navigate({ search: {}, replace: true });
    foot.current?.focus();
    return true;
  };
  return (
    <>
      <h1 className={`${styles.sum} ${tones.wait}`}>
        {money(total)}{' '}
        <small>
          for <bdi>{customerId}</bdi>
        </small>
      </h1>
      <Waiting order={order} />
      <Items order={order} />
      <footer ref={foot} className={styles.foot} tabIndex={-1}>
        {verdict && !asksWhy && (isOpen || !verdict.unanswered) && <VerdictLine verdict={verdict} />}
        {isOpen ? (
          <div className={styles.buttons}>
            <Button look="primary" busy={busy || !may('APPROVE')} onClick={() => void approve()}>
              <Icon name="check" /> Approve
            </Button>
            <Button look="danger" busy={!may('REJECT')} onClick={() => ask('reject')}>
              <Icon name="cross" /> Reject
            </Button>
          </div>
        ) : (
          <div className={styles.buttons}>
            <LinkButton to="/orders/$id" params={{ id }}>
              Watch it
            </LinkButton>
            <NextOrder after={id} />
          </div>
        )}
      </footer>
      {asksWhy && (
        <ReasonDialog
          title={`Reject ${id}`}
          confirm="Reject"
          busy={busy}
          verdict={verdict ?? (isOpen || busy ? undefined : noLongerOffered(isUnsure))}
          onClose={() => ask()}
          onConfirm={reject}
        />
      )}
    </>
  );
}
