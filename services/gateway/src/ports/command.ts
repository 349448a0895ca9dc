import { type Commands, hasRoomFor, noRoom, type Verdict, verdictsKept } from '@waybill/contracts/words';
import { InvalidInput, type OrderCommand, OrderNotFound, type OrderSnapshot, VerdictPending } from '@waybill/graphql';
import { fingerprintOf, NotRunning } from '@waybill/orders-client';
import { actorOf, type Caller, isStaff } from './caller.ts';
import type { Surroundings } from './dependencies.ts';
import type { Find } from './order-lookup.ts';
import { judged, judgedTooLate, type Told, verdictOn } from './verdict.ts';

/** Tells an order something and waits for its verdict; what is known beforehand is answered without telling it. */
export const commanding = (surroundings: Surroundings, caller: Caller) => {
  const { orders, watching, verdictTimeoutMs, newCommandId } = surroundings;
  const remembered = remembering(surroundings);

  const settled = async (orderId: string, told: Told): Promise<OrderSnapshot> => {
    const limit = AbortSignal.timeout(verdictTimeoutMs);
    const settles = (latest: OrderSnapshot) => verdictOn(told, latest) !== undefined || latest.attention === 'LOST';
    const order = await watching.until(orderId, settles, limit);
    if (!order) throw new VerdictPending(told.commandId);
    const verdict = await remembered(told, order);
    return verdict ? judged(told, verdict, order) : judgedTooLate(told, order);
  };

  return async ({ orderId, commandId: given, ...content }: OrderCommand, find: Find): Promise<OrderSnapshot> => {
    const commandId = given ?? newCommandId();
    const told = { commandId, name: content.name, fingerprint: fingerprintOf(content) };
    const before = await find(orderId);
    if (!before) throw new OrderNotFound(orderId);
    const verdict = await remembered(told, before);
    if (verdict) return judged(told, verdict, before);
    if (before.closedAt || before.attention === 'LOST') return judgedTooLate(told, before);
    const byStaff = isStaff(caller);
    if (!hasRoomFor(before, byStaff)) throw new InvalidInput([{ path: [], message: noRoom(before) }]);

    const { name, ...said } = content;
    const { fingerprint } = told;
    const envelope = { commandId, actor: actorOf(caller), fingerprint, correlationId: caller.correlationId, byStaff };
    try {
      await orders.command(orderId, name, { ...envelope, ...said } as Commands[typeof name]);
    } catch (error) {
      if (!(error instanceof NotRunning)) throw error;
    }
    return settled(orderId, told);
  };
};

/**
 * The verdict that an order has given before, be it long ago: its state carries the newest alone. Its workflow knows
 * the others, and the book, once it is closed.
 */
const remembering =
  ({ orders, book }: Surroundings) =>
  async (told: Told, order: OrderSnapshot): Promise<Verdict | undefined> => {
    const verdict = verdictOn(told, order);
    if (verdict || order.commands.taken <= verdictsKept) return verdict;
    try {
      if (!order.closedAt && order.attention !== 'LOST')
        return (await orders.verdict(order.orderId, told.commandId)) ?? undefined;
    } catch (error) {
      if (!(error instanceof NotRunning)) throw error;
    }
    const booked = await book.find(order.orderId);
    return booked?.order.verdicts.find(({ commandId }) => commandId === told.commandId);
  };
