import { type CommandFailure, type CommandName, type Commands, hasRoomFor, refusalOf } from '@waybill/contracts/domain';
import type { Attribution } from '../../shared/state/journal.ts';
import type { OrderSaga } from '../saga/saga.ts';
import type { OrderRecord } from '../state/order-record.ts';
import { parseCommand } from './parse-command.ts';

/** Records the verdict on a command: null when it was accepted. */
export type Decide = (failure: CommandFailure | null, message?: string | null, field?: string) => void;

/** Executes an acceptable command; its verdict is decided at once, or later when it is known. */
type Execute<Name extends CommandName> = (command: Commands[Name], decide: Decide) => void;

/** Carries out the payload of a signal. `sender` is the author of one that cannot be parsed. */
export type SignalHandler = (payload: unknown, sender?: Attribution) => void;

const unknownActor: Attribution = { actor: 'unknown', correlationId: '' };

/**
 * Creates the handler of a command's signal. Every command id gets exactly one verdict: a repeated id changes nothing.
 * A signal that cannot be parsed changes nothing either, and is journaled. Every signal adds events to the history, so
 * each checks its length.
 */
export function createCommandHandler(order: OrderRecord, saga: OrderSaga) {
  const seen = new Set<string>();

  return <Name extends CommandName>(name: Name, execute: Execute<Name>): SignalHandler =>
    (payload, sender = unknownActor) => {
      saga.haltIfHistoryTooLong();
      const command = parseCommand(name, payload);
      if (typeof command === 'string') return order.commands.refuse(name, 'INVALID_INPUT', sender, command);

      const { commandId, fingerprint } = command;
      if (seen.has(commandId)) return order.commands.repeat(commandId);
      if (!hasRoomFor(order.state, command.byStaff))
        return order.commands.rejectOverLimit({ commandId, command: name, fingerprint });
      seen.add(commandId);
      order.state.commands.taken = seen.size;

      const decide: Decide = (refusal, message = null, field) => {
        const verdict = { commandId, command: name, fingerprint, refusal, message };
        order.commands.decide(field === undefined ? verdict : { ...verdict, field }, command);
      };
      const refusal = refusalOf(name, order.state);
      if (refusal) return decide(refusal);
      execute(command, decide);
    };
}
