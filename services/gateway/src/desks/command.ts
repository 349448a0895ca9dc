import type { Commands } from '@waybill/contracts/words';
import { type OrderCommand, OrderNotFound, type OrderSnapshot, VerdictPending } from '@waybill/graphql';
import { fingerprintOf, NotRunning } from '@waybill/orders-client';
import { actorOf, type Caller } from './caller.ts';
import type { Find } from './find.ts';
import type { Surroundings } from './surroundings.ts';
import { judged, judgedTooLate, type Told, verdictOn } from './verdict.ts';

/** Tells an order something and waits for its verdict; what is known beforehand is answered without telling it. */
export const commanding = ({ orders, watching, verdictTimeoutMs, newCommandId }: Surroundings, caller: Caller) => {
  const settled = async (orderId: string, told: Told): Promise<OrderSnapshot> => {
    const limit = AbortSignal.timeout(verdictTimeoutMs);
    const settles = (latest: OrderSnapshot) => verdictOn(told, latest) !== undefined || latest.attention === 'LOST';
    const order = await watching.until(orderId, settles, limit);
    if (!order) throw new VerdictPending(told.commandId);
    const verdict = verdictOn(told, order);
    return verdict ? judged(told, verdict, order) : judgedTooLate(told, order);
  };

  return async ({ orderId, commandId: given, ...content }: OrderCommand, find: Find): Promise<OrderSnapshot> => {
    const commandId = given ?? newCommandId();
    const told = { commandId, name: content.name, fingerprint: fingerprintOf(content) };
    const before = await find(orderId);
    if (!before) throw new OrderNotFound(orderId);
    if (before.closedAt || before.attention === 'LOST') return judgedTooLate(told, before);
    const verdict = verdictOn(told, before);
    if (verdict) return judged(told, verdict, before);

    const { name, ...said } = content;
    const envelope = { commandId, actor: actorOf(caller), fingerprint: told.fingerprint };
    try {
      await orders.command(orderId, name, { ...envelope, ...said } as Commands[typeof name]);
    } catch (error) {
      if (!(error instanceof NotRunning)) throw error;
    }
    return settled(orderId, told);
  };
};
