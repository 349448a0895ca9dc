import { useNavigate, useSearch } from '@tanstack/react-router';
import { useApproval } from '../../order/use-approval.ts';

/** Approves and rejects orders of the queue; `rejecting` is the order of the URL, whose rejection is asked for. */
export function useDecisions() {
  const navigate = useNavigate({ from: '/approvals' });
  const { reject: rejecting } = useSearch({ from: '/shell/approvals' });
  const command = useApproval();

  const show = (id?: string) =>
    void navigate({ search: (last) => ({ ...last, reject: id }), replace: !id, resetScroll: false });
  const approve = (id: string) => {
    if (rejecting) show();
    void command.approve(id, `${id} is approved`);
  };
  const askWhy = (id?: string) => {
    command.forget();
    show(id);
  };
  const reject = async (id: string, reason: string): Promise<boolean> => {
    const reached = await command.reject(id, reason, `${id} is rejected`);
    if (reached?.accepted) show();
    return reached?.accepted ?? false;
  };
  return { rejecting, command, approve, askWhy, reject };
}
