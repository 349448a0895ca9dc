import type { Waybill } from '@waybill/client';
import { patience, untilDone } from '../until-done.ts';

type Order = NonNullable<Awaited<ReturnType<Waybill['orders']['get']>>>;

/** What an operator does for an order, and what is made to fail so that there is something to do. */
export type Intervention = {
  action: 'RETRY_NOW' | 'GIVE_UP_STEP' | 'SETTLE_COMPENSATION';
  failing: Readonly<Record<string, number>>;
};

export const interventions: readonly [Intervention, ...Intervention[]] = [
  { action: 'RETRY_NOW', failing: { 'payment.capture': 2 } },
  { action: 'RETRY_NOW', failing: { 'shipping.prepare': 3 } },
  { action: 'RETRY_NOW', failing: { 'shipping.dispatch': 9, 'inventory.release': 4 } },
  { action: 'GIVE_UP_STEP', failing: { 'shipping.prepare': 4 } },
  { action: 'GIVE_UP_STEP', failing: { 'notification.send': 2 } },
  { action: 'SETTLE_COMPENSATION', failing: { 'shipping.prepare': 4, 'payment.refund': 6 } },
  { action: 'SETTLE_COMPENSATION', failing: { 'shipping.prepare': 4, 'inventory.release': 6 } },
  { action: 'SETTLE_COMPENSATION', failing: { 'shipping.prepare': 4, 'shipping.cancel': 6 } },
];

/** The journal entry of each, where it was taken. */
export const entryOf = {
  RETRY_NOW: 'STEP_RETRIED_BY_HAND',
  GIVE_UP_STEP: 'STEP_GIVEN_UP',
  SETTLE_COMPENSATION: 'COMPENSATION_SETTLED',
} as const satisfies Record<Intervention['action'], string>;

/** Makes the providers fail at this order, so often as is wished. */
export async function pin({ chaos }: Waybill, orderId: string, { failing }: Intervention): Promise<void> {
  for (const [operation, times] of Object.entries(failing))
    await chaos.pin({ orderId, operation, outcomes: Array(times).fill('server_error') }, patience);
}

/** What an operator did, and was answered. */
export type Handled = { action: Intervention['action']; answer: string };

/** Does it once it is offered; undefined where it never was. */
export async function intervene(
  waybill: Waybill,
  orderId: string,
  { action }: Intervention,
  over: AbortSignal,
): Promise<Handled | undefined> {
  let handled: Handled | undefined;
  await untilDone(over, async () => {
    const order = await whenOffered(waybill, orderId, action, over);
    if (!order) return;
    await untilDone(over, async () => {
      handled = { action, answer: (await act(waybill, order, action)).__typename };
    });
  });
  return handled;
}

async function whenOffered({ orders }: Waybill, id: string, action: Intervention['action'], signal: AbortSignal) {
  let last: Order | undefined;
  for await (const order of orders.watch(id, { signal })) {
    if (order.availableActions.includes(action)) return order;
    last = order;
  }
  if (!last?.closedAt) throw new Error('The stream ended before the order was closed');
  return undefined;
}

/** A command that is repeated has the same id, and the answer that the first had. */
function act({ orders }: Waybill, { id, steps, compensations }: Order, action: Intervention['action']) {
  const options = { ...patience, commandId: 'by-hand' };
  const isRunning = ({ status }: { status: string }) => status === 'RUNNING';
  const undone = compensations.find(isRunning)?.undoes ?? 'RESERVE_INVENTORY';
  const step = steps.find(isRunning)?.name ?? 'PREPARE_PACKAGE';
  return {
    RETRY_NOW: () => orders.retryNow(id, options),
    GIVE_UP_STEP: () => orders.giveUpStep(id, step, 'as wished', options),
    SETTLE_COMPENSATION: () => orders.settleCompensation(id, undone, 'as wished', options),
  }[action]();
}
