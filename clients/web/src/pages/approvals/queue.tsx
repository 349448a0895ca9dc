import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { VerdictLine } from '../../order/verdict-line.tsx';
import type { LiveOrderList } from '../../order-list/use-order-list.ts';
import { useRowsInSight } from '../../order-list/use-rows-in-sight.ts';
import { useLeavingRows } from '../orders/table/use-leaving-rows.ts';
import { Glance } from './glance.tsx';
import styles from './queue.module.css';
import { Rejection } from './rejection.tsx';
import { useDecisions } from './use-decisions.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import { WaitingOrder } from './waiting-order.tsx';

type QueueProps = {
  list: LiveOrderList;
  /** In place of the orders while there are none; the verdict on the last one stays above it. */
  children: ReactNode;
};

/** The queue, with the chosen order beside it. */
export function Queue({ list, children }: QueueProps) {
  const navigate = useNavigate({ from: '/approvals' });
  const decisions = useDecisions();
  const { approve, askWhy } = decisions;
  const { rows } = list;
  const open = (id: string) => void navigate({ to: '/orders/$id', params: { id } });
  const sight = useRowsInSight<HTMLUListElement>(list, { rowHeight: 72, gap: 8 });
  const chosenItem = () => sight.ref.current?.querySelector<HTMLElement>('[data-chosen]');
  const askWhyOfChosen = (id: string) => {
    chosenItem()?.focus({ preventScroll: true }); // where the browser restores the focus after the dialog
    askWhy(id);
  };
  const { chosen, choose } = useQueueKeys(rows, { a: approve, r: askWhyOfChosen, Enter: open }, chosenItem);

  return (
    <div className={styles.page} data-queue>
      <div>
        <Outcome rows={rows} decisions={decisions} />
        {rows.length === 0 && children}
        <WaitingOrders list={list} sight={sight} decisions={decisions} chosen={chosen} onChoose={choose} />
      </div>
      {chosen && <Glance key={chosen} id={chosen} />}
    </div>
  );
}

type Decisions = ReturnType<typeof useDecisions>;
type OutcomeProps = Pick<LiveOrderList, 'rows'> & { decisions: Decisions };

/** The verdict on the last decision, or the dialog that asks why an order is rejected. */
function Outcome({ rows, decisions: { rejecting, command, askWhy, reject } }: OutcomeProps) {
  const { verdict } = command;
  const place = useRef<HTMLDivElement>(null);
  // The buttons of an order that is decided are gone: the focus is at the verdict, before the orders that still wait.
  useLayoutEffect(() => {
    if (verdict && !rejecting) place.current?.focus({ preventScroll: true });
  }, [verdict, rejecting]);
  return (
    <div ref={place} className={styles.told} tabIndex={-1}>
      {verdict && !rejecting && <VerdictLine verdict={verdict} />}
      {rejecting && (
        <Rejection
          key={rejecting}
          id={rejecting}
          row={rows.find(({ order }) => order.id === rejecting)}
          command={command}
          place={place}
          onClose={() => askWhy()}
          onReject={(reason) => reject(rejecting, reason)}
        />
      )}
    </div>
  );
}

type WaitingOrdersProps = {
  list: LiveOrderList;
  sight: ReturnType<typeof useRowsInSight<HTMLUListElement>>;
  decisions: Decisions;
  chosen: string | undefined;
  onChoose: (id: string) => void;
};

function WaitingOrders({ list, sight, decisions, chosen, onChoose }: WaitingOrdersProps) {
  const { rows, complete, dropLeft } = list;
  const leaving = useLeavingRows({ rows, drop: dropLeft });
  return (
    <ul
      ref={sight.ref}
      className={styles.queue}
      style={{ paddingTop: sight.above, paddingBottom: sight.below }}
      aria-label="Waiting orders"
      hidden={rows.length === 0}
      {...leaving}
    >
      {sight.shown.map(({ index, row }) => (
        <WaitingOrder
          key={row.order.id}
          ref={sight.measure}
          index={index}
          of={complete ? rows.length : -1}
          row={row}
          chosen={row.order.id === chosen}
          busy={decisions.command.busy}
          onChoose={onChoose}
          onApprove={decisions.approve}
          onReject={decisions.askWhy}
        />
      ))}
    </ul>
  );
}
