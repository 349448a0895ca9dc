import { useNavigate } from '@tanstack/react-router';
import type { OrderDetailsFragment } from '@waybill/client';
import { useWaybill } from '@waybill/client/react';
import type { RefObject } from 'react';
import { useCommand } from '../../order/use-command.ts';

/** Approves or rejects the order; `foot` has the focus after that. */
export function useDecision({ id, availableActions }: OrderDetailsFragment, foot: RefObject<HTMLElement | null>) {
  const { orders } = useWaybill();
  const navigate = useNavigate({ from: '/orders/$id/approve' });
  const { run, busy, verdict, isUnsure, forget } = useCommand();
  const [mayApprove, mayReject] = [availableActions.includes('APPROVE'), availableActions.includes('REJECT')];

  const ask = (next?: 'reject') => {
    forget();
    void navigate({ search: { dialog: next }, replace: true });
  };
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
  return { mayApprove, mayReject, isOpen: mayApprove || mayReject, busy, verdict, isUnsure, ask, approve, reject };
}
