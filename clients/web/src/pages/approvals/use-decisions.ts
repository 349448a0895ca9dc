import { useNavigate, useSearch } from '@tanstack/react-router';
import { useWaybill } from '@waybill/client/react';
import { useCommand } from '../../order/use-command.ts';

/** Approves and rejects orders of the queue; `rejecting` is the order of the URL, whose rejection is asked for. */
export function useDecisions() {
  const { orders } = useWaybill();
  const navigate = useNavigate({ from: '/approvals' });
  const { reject: rejecting } = useSearch({ from: '/shell/approvals' });
  const command = useCommand();
  const { run, forget } = command;

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
  return { rejecting, command, approve, askWhy, reject };
}
