import { useSearch } from '@tanstack/react-router';
import type { OrderDetailsFragment } from '@waybill/client';
import { useRef } from 'react';
import { useOpenDialog } from '../../action/use-open-dialog.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import tones from '../../components/tone.module.css';
import { money } from '../../order/money.ts';
import { noLongerOffered } from '../../order/verdict.ts';
import { VerdictLine } from '../../order/verdict-line.tsx';
import { Items } from '../order/facts/items.tsx';
import styles from './approve-page.module.css';
import { NextOrder } from './next-order.tsx';
import { useDecision } from './use-decision.ts';
import { Waiting } from './waiting.tsx';

export function Decision({ order }: { order: OrderDetailsFragment }) {
  const foot = useRef<HTMLElement>(null); // has the focus after a decision, because its buttons are gone
  const decision = useDecision(order, foot);
  const { mayReject, isOpen, ask, busy, verdict, isUnsure } = decision;
  const { dialog } = useSearch({ from: '/shell/orders/$id/approve' });
  const asksWhy = useOpenDialog(dialog, mayReject, foot);
  return (
    <>
      <h1 className={`${styles.sum} ${tones.wait}`}>
        {money(order.total)}{' '}
        <small>
          for <bdi>{order.customerId}</bdi>
        </small>
      </h1>
      <Waiting order={order} />
      <Items order={order} />
      <footer ref={foot} className={styles.foot} tabIndex={-1}>
        {verdict && !asksWhy && (isOpen || !verdict.unanswered) && <VerdictLine verdict={verdict} />}
        {isOpen ? <Buttons decision={decision} /> : <Onwards id={order.id} />}
      </footer>
      {asksWhy && (
        <ReasonDialog
          title={`Reject ${order.id}`}
          confirm="Reject"
          busy={busy}
          verdict={verdict ?? (isOpen || busy ? undefined : noLongerOffered(isUnsure))}
          onClose={() => ask()}
          onConfirm={decision.reject}
        />
      )}
    </>
  );
}

const Buttons = ({ decision }: { decision: ReturnType<typeof useDecision> }) => (
  <div className={styles.buttons}>
    <Button look="primary" busy={decision.busy || !decision.mayApprove} onClick={() => void decision.approve()}>
      <Icon name="check" /> Approve
    </Button>
    <Button look="danger" busy={!decision.mayReject} onClick={() => decision.ask('reject')}>
      <Icon name="cross" /> Reject
    </Button>
  </div>
);

const Onwards = ({ id }: { id: string }) => (
  <div className={styles.buttons}>
    <LinkButton to="/orders/$id" params={{ id }}>
      Watch it
    </LinkButton>
    <NextOrder after={id} />
  </div>
);
