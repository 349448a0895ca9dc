import { useNavigate, useSearch } from '@tanstack/react-router';
import type { OrderDetailsFragment } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import { useRef } from 'react';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useCommand } from '../../../order/use-command.ts';
import { VerdictLine } from '../../../order/verdict-line.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { actionWords, offered } from './actions.ts';
import styles from './order-actions.module.css';
import { type Given, send } from './send.ts';

/** What the viewer may do with the order now, by its own word; and what became of what was done. */
export function OrderActions({ order }: { order: OrderDetailsFragment }) {
  const client = useWaybill();
  const navigate = useNavigate({ from: '/orders/$id' });
  const { dialog } = useSearch({ from: '/shell/orders/$id' });
  const { run, busy, verdict, forget } = useCommand();
  const bar = useRef<HTMLDivElement>(null);
  const actions = offered(order.availableActions);

  const show = (action?: string) =>
    void navigate({ search: (search) => ({ ...search, dialog: action }), replace: !action, resetScroll: false });
  const ask = (action?: string) => {
    forget();
    show(action);
  };
  const take = async (action: string, given: Given = {}) => {
    const reached = await run(
      (commandId) => send(client, { order, action, given, commandId }),
      actionWords(action).done,
    );
    if (!reached?.accepted) return;
    if (dialog) show();
    bar.current?.focus();
  };

  return (
    <div className={styles.actions} ref={bar} tabIndex={-1}>
      {actions.length > 0 && (
        <ul aria-label="Actions">
          {actions.map((action) => (
            <li key={action}>
              <ActionButton
                action={action}
                busy={busy}
                onTake={() => (actionWords(action).asks ? ask(action) : void take(action))}
              />
            </li>
          ))}
        </ul>
      )}
      {verdict && !dialog && <VerdictLine verdict={verdict} />}
      {dialog && actions.includes(dialog) && (
        <ActionDialog
          action={dialog}
          order={order}
          busy={busy}
          verdict={verdict}
          onClose={() => ask()}
          onSend={(given) => void take(dialog, given)}
        />
      )}
    </div>
  );
}

function ActionButton({ action, busy, onTake }: { action: string; busy: boolean; onTake: () => void }) {
  const { label, icon, look } = actionWords(action);
  return (
    <Button look={look} busy={busy} onClick={onTake}>
      <Icon name={icon} />
      {label}
    </Button>
  );
}
