import { defineSignal, setHandler } from '@temporalio/workflow';
import { type CommandName, type Commands, fulfillment, refusalOf } from '@waybill/contracts/words';
import type { Additions, Judge } from './additions.ts';
import type { Approval } from './approval.ts';
import type { Cancelling } from './cancelling.ts';
import { commandIn } from './command-in.ts';
import type { OrderRecord } from './order-record.ts';

type Parts = { order: OrderRecord; approval: Approval; additions: Additions; cancelling: Cancelling };

/** What a command does to an order that can take it; its verdict is said at once, or when it is known. */
type Deed<Name extends CommandName> = (command: Commands[Name], judge: Judge) => void;

/** Each is journaled with both addresses, and an order's journal has an end. */
const mostAddressChanges = 100;

/** Hears what people want done with an order. */
export function hearCommands({ order, approval, additions, cancelling }: Parts): void {
  const hear = hearer(order);
  let addressChanges = 0;

  hear('approve', ({ actor, note }, judge) => {
    judge(null);
    approval.approve(actor, note);
  });
  hear('reject', ({ actor, reason }, judge) => {
    judge(null);
    approval.reject(actor, reason);
  });
  hear('cancel', ({ reason }, judge) => cancelling.cancel({ reason, judge }));
  hear('addItem', (command, judge) => additions.add(command, judge));
  hear('changeAddress', ({ address, actor }, judge) => {
    addressChanges += 1;
    if (addressChanges > mostAddressChanges)
      return judge('INVALID_INPUT', `An address changes at most ${mostAddressChanges} times`);
    judge(null);
    order.addressUpdated(address, actor);
  });
}

/**
 * Every command id gets one verdict, once; the same id again is the same command, and changes nothing. A signal that
 * makes no sense changes nothing either, and is journaled.
 */
function hearer(order: OrderRecord) {
  const seen = new Set<string>();

  return <Name extends CommandName>(name: Name, deed: Deed<Name>): void => {
    setHandler(defineSignal<[unknown]>(fulfillment.signals[name]), (payload) => {
      const command = commandIn(name, payload);
      if (typeof command === 'string') return order.refused(name, 'INVALID_INPUT', 'unknown', command);

      const { commandId, actor, fingerprint } = command;
      if (seen.has(commandId)) return order.repeated(commandId);
      seen.add(commandId);

      const judge: Judge = (refusal, message) =>
        order.judged({ commandId, command: name, fingerprint, refusal, message: message ?? null }, actor);
      const refusal = refusalOf(name, order.state);
      if (refusal) return judge(refusal);
      deed(command, judge);
    });
  };
}
