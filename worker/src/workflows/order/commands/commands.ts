import { defineSignal, setHandler } from '@temporalio/workflow';
import { type CommandName, type Commands, fulfillment, hasRoomFor, refusalOf } from '@waybill/contracts/words';
import type { Story } from '../saga/story.ts';
import type { Word } from '../state/journal.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { Additions, Judge } from './additions.ts';
import type { Approval } from './approval.ts';
import type { Cancelling } from './cancelling.ts';
import { commandIn } from './command-in.ts';

type Parts = { order: OrderRecord; story: Story; approval: Approval; additions: Additions; cancelling: Cancelling };

/** What a command does to an order that can take it; its verdict is said at once, or when it is known. */
type Deed<Name extends CommandName> = (command: Commands[Name], judge: Judge) => void;

const someone: Word = { actor: 'unknown', correlationId: '' };

/** Each is journaled with both addresses, and an order's journal has an end. */
const mostAddressChanges = 100;

/** Hears what people want done with an order. */
export function hearCommands({ order, story, approval, additions, cancelling }: Parts): void {
  const hear = hearer(order, story);
  let addressChanges = 0;

  hear('approve', (command, judge) => {
    judge(null);
    approval.approve(command, command.note);
  });
  hear('reject', (command, judge) => {
    judge(null);
    approval.reject(command, command.reason);
  });
  hear('cancel', (command, judge) => cancelling.cancel({ reason: command.reason, by: command, judge }));
  hear('addItem', (command, judge) => additions.add(command, judge));
  hear('changeAddress', (command, judge) => {
    addressChanges += 1;
    if (addressChanges > mostAddressChanges)
      return judge('INVALID_INPUT', `An address changes at most ${mostAddressChanges} times`);
    judge(null);
    order.addressUpdated(command.address, command);
  });
}

/**
 * Every command id gets one verdict, once; the same id again is the same command, and changes nothing. A signal that
 * makes no sense changes nothing either, and is journaled. Each leaves its events in the history, taken or not.
 */
function hearer(order: OrderRecord, story: Story) {
  const seen = new Set<string>();

  return <Name extends CommandName>(name: Name, deed: Deed<Name>): void => {
    setHandler(defineSignal<[unknown]>(fulfillment.signals[name]), (payload) => {
      story.endIfTooLong();
      const command = commandIn(name, payload);
      if (typeof command === 'string') return order.refused(name, 'INVALID_INPUT', someone, command);

      const { commandId, fingerprint } = command;
      if (seen.has(commandId)) return order.repeated(commandId);
      if (!hasRoomFor(order.state, command.byStaff)) return order.turnedAway({ commandId, command: name, fingerprint });
      seen.add(commandId);
      order.state.commands.taken = seen.size;

      const judge: Judge = (refusal, message) =>
        order.judged({ commandId, command: name, fingerprint, refusal, message: message ?? null }, command);
      const refusal = refusalOf(name, order.state);
      if (refusal) return judge(refusal);
      deed(command, judge);
    });
  };
}
