import { useWaybill } from '@waybill/client/react';
import { useCommand } from './use-command.ts';

/** Approves and rejects orders; `done` is what the verdict says when that was accepted. */
export function useApproval() {
  const { orders } = useWaybill();
  const { run, ...command } = useCommand();
  const approve = (id: string, done: string) =>
    run({ of: [id, 'APPROVE'], done }, (commandId) => orders.approve(id, { commandId }));
  const reject = (id: string, reason: string, done: string) =>
    run({ of: [id, 'REJECT', reason], done }, (commandId) => orders.reject(id, reason, { commandId }));
  return { ...command, approve, reject };
}
