import { useNavigate } from '@tanstack/react-router';
import type { OrderDetailsFragment } from '@waybill/client';
import type { RefObject } from 'react';
import { useApproval } from '../../order/use-approval.ts';

/** Approves or rejects the order; `foot` has the focus after that. */
export function useDecision({ id, availableActions }: OrderDetailsFragment, foot: RefObject<HTMLElement | null>) {
  const navigate = useNavigate({ from: '/orders/$id/approve' });
  const { busy, verdict, isUnsure, forget, ...approval } = useApproval();
  const [mayApprove, mayReject] = [availableActions.includes('APPROVE'), availableActions.includes('REJECT')];

  const ask = (next?: 'reject') => {
    forget();
    void navigate({ search: { dialog: next }, replace: true });
  };
  const approve = async () => {
    const reached = await approval.approve(id, 'Approved');
    if (reached?.accepted) foot.current?.focus();
  };
  const reject = async (reason: string): Promise<boolean> => {
    const reached = await approval.reject(id, reason, 'Rejected');
    if (!reached?.accepted) return false;
    void navigate({ search: {}, replace: true });
    foot.current?.focus();
    return true;
  };
  return { mayApprove, mayReject, isOpen: mayApprove || mayReject, busy, verdict, isUnsure, ask, approve, reject };
}
