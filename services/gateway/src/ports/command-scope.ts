import { createHash } from 'node:crypto';
import { IdempotencyConflict, type OrderCommand, type OrderSnapshot, VerdictPending } from '@waybill/graphql';
import { actorOf, type Caller } from './caller.ts';
import type { FindOrder } from './order-lookup.ts';

type Command = (sent: OrderCommand, find: FindOrder) => Promise<OrderSnapshot>;

/**
 * Scopes command ids by actor: the same id of two people names two commands, so that nobody can use up another's id.
 * Orders store the scoped ids; responses show the id that the caller gave or received.
 */
export const scopeCommandIds =
  (command: Command, caller: Caller, newCommandId: () => string): Command =>
  async ({ commandId: requestId, ...content }, find) => {
    const own = requestId ?? newCommandId();
    const scoped = scopedId(own, caller);
    try {
      return await command({ ...content, commandId: scoped }, find);
    } catch (error) {
      if (error instanceof VerdictPending) throw new VerdictPending(own);
      if (!(error instanceof IdempotencyConflict)) throw error;
      throw new IdempotencyConflict(error.orderId, error.message.replaceAll(scoped, own));
    }
  };

/** Keeps the length and the first character within what a command id may have. */
export const scopedId = (commandId: string, caller: Caller): string =>
  createHash('sha256')
    .update(JSON.stringify([caller.viewer?.role, actorOf(caller), commandId]))
    .digest('hex');
