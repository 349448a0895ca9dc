import { type Commands, failingWork, hasRoomFor, noRoom } from '@waybill/contracts/domain';
import {
  type CommandContent,
  InvalidInput,
  type OrderCommand,
  OrderNotFound,
  type OrderSnapshot,
} from '@waybill/graphql';
import { fingerprintOf, NotRunning, type Orders } from '@waybill/orders-client';
import { actorOf, type Caller, isStaff } from './caller.ts';
import type { PortDependencies } from './dependencies.ts';
import type { FindOrder } from './order-lookup.ts';
import { orderOrError, orderOrErrorWhenClosed, type SentCommand } from './verdict.ts';
import { timeVerdict } from './verdict-time.ts';
import { createVerdicts } from './verdicts.ts';

/** Sends a command to an order and waits for its verdict. A known verdict is returned without sending. */
export const createCommand = (dependencies: PortDependencies, caller: Caller) => {
  const { orders, book, newCommandId } = dependencies;
  const verdicts = createVerdicts({
    ...dependencies,
    inWorkflow: orders.verdict,
    inBook: async (orderId) => (await book.find(orderId))?.order.verdicts,
  });

  const awaitVerdict = async (orderId: string, sent: SentCommand): Promise<OrderSnapshot> => {
    const { latest, verdict } = await verdicts.wait(sent.commandId, orderId);
    return verdict ? orderOrError(sent, verdict, latest) : orderOrErrorWhenClosed(sent, latest);
  };

  return async (
    { orderId, commandId: requestId, ...content }: OrderCommand,
    find: FindOrder,
  ): Promise<OrderSnapshot> => {
    const commandId = requestId ?? newCommandId();
    const sent = { commandId, name: content.name, fingerprint: fingerprintOf(content) };
    const before = await find(orderId);
    if (!before) throw new OrderNotFound(orderId);
    const verdict = await verdicts.find(commandId, before);
    if (verdict) return orderOrError(sent, verdict, before);
    if (before.closedAt || before.attention === 'LOST') return orderOrErrorWhenClosed(sent, before);
    const byStaff = isStaff(caller);
    if (!hasRoomFor(before, byStaff)) throw new InvalidInput([{ path: [], message: noRoom(before) }]);

    const { name, ...input } = await withWork(withAddress(content, before), before, orders);
    const { fingerprint } = sent;
    const envelope = { commandId, actor: actorOf(caller), fingerprint, correlationId: caller.correlationId, byStaff };
    try {
      await orders.command(orderId, name, { ...envelope, ...input } as Commands[typeof name]);
    } catch (error) {
      if (!(error instanceof NotRunning)) throw error;
    }
    return timeVerdict(dependencies.observeVerdict, name, () => awaitVerdict(orderId, sent));
  };
};

/** Merges some fields into the current address, which the order compares with its own. */
function withAddress(content: CommandContent, { shippingAddress: from }: OrderSnapshot) {
  if (!('changes' in content)) return content;
  return { name: content.name, address: { ...from, ...content.changes }, from };
}

/**
 * A workflow does not know how often its activities have failed; the engine does, and so names the target of an
 * operator's command.
 */
async function withWork(content: ReturnType<typeof withAddress>, order: OrderSnapshot, orders: Orders) {
  if (!('step' in content)) return content;
  const running = await orders.running(order).catch((error: unknown) => {
    if (error instanceof NotRunning) return null;
    throw error;
  });
  const work = failingWork({ ...order, running });
  return { ...content, step: content.step ?? work?.step ?? null, attempt: work?.attempt ?? 0 };
}
