import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWaybill } from '@waybill/client/react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useCommand } from '../../order/use-command.ts';
import { VerdictLine } from '../../order/verdict-line.tsx';
import type { LiveOrderList } from '../../order-list/use-order-list.ts';
import { useRowsInSight } from '../../order-list/use-rows-in-sight.ts';
import { useLeavingRows } from '../orders/table/use-leaving-rows.ts';
import { Glance } from './glance.tsx';
import styles from './queue.module.css';
import { Rejection } from './rejection.tsx';
import { useQueueKeys } from './use-queue-keys.ts';
import { WaitingOrder } from './waiting-order.tsx';

type QueueProps = {
  list: LiveOrderList;
  /** In place of the orders while there are none; the verdict on the last one stays above it. */
  children: ReactNode;
};

/** The queue, with the chosen order beside it. */
export function Queue({ list, children }: QueueProps) {
  const { orders } = useWaybill();
  const navigate = useNavigate({ from: '/approvals' });
  const { reject: rejecting } = useSearch({ from: '/shell/approvals' });
  const command = useCommand();
  const { run, busy, verdict, forget } = command;
  const { rows } = list;
  const told = useRef<HTMLDivElement>(null);
  // The buttons of an order that is decided are gone: the focus is at the verdict, before the orders that still wait.
  useLayoutEffect(() => {
    if (verdict && !rejecting) told.current?.focus({ preventScroll: true });
  }, [verdict, rejecting]);
  const leaving = useLeavingRows({ rows, drop: list.dropLeft });
  const show = (id?: string) =>
    void navigate({ search: (last) => ({ ...last, reject: id }), replace: !id, resetScroll: false });
  const approve = (id: string) => {
    if (rejecting) show();
    void run({ of: [id, 'APPROVE'], done: `${id} is approved` }, (commandId) => orders.approve(id, { commandId }));
  };
  const askWhy = (id?: string) => {
    forget();
    show(id);
  };
  const reject = async (id: string, reason: string): Promise<boolean> => {
    const reached = await run({ of: [id, 'REJECT', reason], done: `${id} is rejected` }, (commandId) =>
      orders.reject(id, reason, { commandId }),
    );
    if (reached?.accepted) show();
    return reached?.accepted ?? false;
  };
  const open = (id: string) => void navigate({ to: '/orders/$id', params: { id } });
  const { ref, shown, above, below, measure } = useRowsInSight<HTMLUListElement>(list, { rowHeight: 72, gap: 8 });
  const chosenItem = () => ref.current?.querySelector<HTMLElement>('[data-chosen]');
  const focusChosen = () => chosenItem()?.focus({ preventScroll: true });
  const askWhyOfChosen = (id: string) => {
    focusChosen(); // where the browser restores the focus after the dialog
    askWhy(id);
  };
  const { chosen, choose } = useQueueKeys(rows, { a: approve, r: askWhyOfChosen, Enter: open }, chosenItem);

  return (
    <div className={styles.page} data-queue>
      <div>
        <div ref={told} className={styles.told} tabIndex={-1}>
          {verdict && !rejecting && <VerdictLine verdict={verdict} />}
          {rejecting && (
            <Rejection
              key={rejecting}
              id={rejecting}
              row={rows.find(({ order }) => order.id === rejecting)}
              command={command}
              place={told}
              onClose={() => askWhy()}
              onReject={(reason) => reject(rejecting, reason)}
            />
          )}
        </div>
        {rows.length === 0 && children}
        <ul
          ref={ref}
          className={styles.queue}
          style={{ paddingTop: above, paddingBottom: below }}
          aria-label="Waiting orders"
          hidden={rows.length === 0}
          {...leaving}
        >
          {shown.map(({ index, row }) => (
            <WaitingOrder
              key={row.order.id}
              ref={measure}
              index={index}
              of={list.complete ? rows.length : -1}
              row={row}
              chosen={row.order.id === chosen}
              busy={busy}
              onChoose={choose}
              onApprove={approve}
              onReject={askWhy}
            />
          ))}
        </ul>
      </div>
      {chosen && <Glance key={chosen} id={chosen} />}
    </div>
  );
}
