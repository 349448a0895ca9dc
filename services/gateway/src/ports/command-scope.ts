import { createHash } from 'node:crypto';
import { IdempotencyConflict, type OrderCommand, type OrderSnapshot, VerdictPending } from '@waybill/graphql';
import { actorOf, type Caller } from './caller.ts';
import type { Find } from './order-lookup.ts';

type Command = (told: OrderCommand, find: Find) => Promise<OrderSnapshot>;

/**
 * Scopes command ids by their actor: the same id of two people is two commands, so that nobody can use up the id of
 * another. Orders know the scoped ids; answers keep showing the one that the caller gave, or was given.
 */
export const commandScope =
  (command: Command, caller: Caller, newCommandId: () => string): Command =>
  async ({ commandId: given, ...content }, find) => {
    const own = given ?? newCommandId();
    const scoped = scopedId(own, caller);
    try {
      return await command({ ...content, commandId: scoped }, find);
    } catch (error) {
      if (error instanceof VerdictPending) throw new VerdictPending(own);
      if (!(error instanceof IdempotencyConflict)) throw error;
      throw new IdempotencyConflict(error.orderId, error.message.replaceAll(scoped, own));
    }
  };

/** As long as a command id may be, and begun as one must. */
const scopedId = (commandId: string, caller: Caller): string =>
  createHash('sha256')
    .update(JSON.stringify([caller.viewer?.role, actorOf(caller), commandId]))
    .digest('hex');
