import { setTimeout as pause } from 'node:timers/promises';
import { orThrow, type Waybill } from '@waybill/client';
import { patience, untilDone } from '../until-done.ts';
import { type Handled, intervene, pin } from './intervention.ts';
import type { Change, Wish } from './wish.ts';

/** The observations of one order through the gateway. */
export type Seen = {
  orderId: string;
  /** The sequence numbers of the journal entries, as they were streamed. */
  seqs: number[];
  /** The types of these entries. */
  types: string[];
  /** What an operator did for it, and was answered; undefined where it was never offered. */
  byHand: Handled | undefined;
  /** The status that the last journal entry, ORDER_CLOSED, named; undefined when the stream never got there. */
  lastStatus: string | undefined;
  /** The response to a command after the end; undefined if there was none. */
  lateAnswer: string | undefined;
};

/** Places an order, sends its commands, and follows it to its end, whatever the gateway does meanwhile. */
export async function shop(
  waybill: Waybill,
  wish: Wish,
  before: (orderId: string) => Promise<void>,
  terminate: (orderId: string) => Promise<void>,
  over: AbortSignal,
): Promise<Seen> {
  const { orderId, intervention } = wish;
  await untilDone(over, () => before(orderId));
  if (intervention) await untilDone(over, () => pin(waybill, orderId, intervention));
  await untilDone(over, () => place(waybill, wish));
  const operated = intervention && intervene(waybill, orderId, intervention, over);
  const watched = watch(waybill, orderId, over);
  const ended = endedFromOutside(wish, terminate, over);
  await pause(wish.afterMs);
  for (const change of wish.changes) await untilDone(over, () => tellChange(waybill, change, orderId));
  const { answer } = wish;
  if (answer !== 'none') await untilDone(over, () => tell(waybill, answer, orderId));
  const [seen, byHand] = await Promise.all([watched, operated, ended]);
  seen.byHand = byHand;
  if (wish.comesLate)
    await untilDone(over, async () => {
      seen.lateAnswer = await answerTo(waybill, 'cancel', orderId);
    });
  return seen;
}

async function endedFromOutside(
  { orderId, terminatedAfterMs }: Wish,
  terminate: (orderId: string) => Promise<void>,
  over: AbortSignal,
): Promise<void> {
  if (terminatedAfterMs === undefined) return;
  await pause(terminatedAfterMs);
  await untilDone(over, () => terminate(orderId));
}

/** The order may accept or refuse it; any response is valid. */
const tellChange = ({ orders }: Waybill, change: Change, orderId: string): Promise<unknown> =>
  ({
    item: () => orders.addItem(orderId, { sku: 'MUG-001', quantity: 1 }, patience),
    address: () => orders.changeAddress(orderId, { ...home, street: '2 Side Street', zip: '62702' }, patience),
    'part of the address': () => orders.updateAddress(orderId, { street: '3 Back Street' }, patience),
  })[change]();

async function watch({ orders }: Waybill, orderId: string, over: AbortSignal): Promise<Seen> {
  const seen: Seen = { orderId, seqs: [], types: [], byHand: undefined, lastStatus: undefined, lateAnswer: undefined };
  let after: string | null = null;
  await untilDone(over, async () => {
    for await (const entry of orders.events(orderId, { after, signal: over })) {
      after = entry.cursor;
      seen.seqs.push(entry.seq);
      seen.types.push(entry.type);
      if (entry.type === 'ORDER_CLOSED') seen.lastStatus = (entry.detail as { status?: string } | null)?.status;
    }
    if (seen.lastStatus === undefined) throw new Error('The stream ended before the order was closed');
  });
  return seen;
}

export const home = { street: '1 Main Street', city: 'Springfield', zip: '62701', country: 'US' };

async function place({ orders }: Waybill, { orderId, requiresApproval, plan }: Wish): Promise<void> {
  const input = {
    orderId,
    plan,
    requiresApproval,
    shippingAddress: home,
    approvalTimeout: 'PT1M',
    customerId: 'CUST-1',
    customerEmail: 'ada@example.com',
    items: [{ sku: 'MUG-001', quantity: 2 }],
  };
  orThrow(await orders.place(input, patience));
}

type Answer = Exclude<Wish['answer'], 'none'>;

/** A refusal is an answer too, for the order may have ended before; who is too early with an approval asks again. */
async function tell(waybill: Waybill, answer: Answer, orderId: string): Promise<void> {
  const outcome = await answerTo(waybill, answer, orderId);
  if (outcome === 'OrderNotAwaitingApproval') throw new Error('The order does not await approval yet');
}

async function answerTo({ orders }: Waybill, answer: Answer, orderId: string): Promise<string> {
  const reason = 'as wished';
  const result = await (answer === 'approve'
    ? orders.approve(orderId, patience)
    : orders[answer](orderId, reason, patience));
  return result.__typename;
}
