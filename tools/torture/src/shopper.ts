import { setTimeout as pause } from 'node:timers/promises';
import { orThrow, type Waybill } from '@waybill/client';
import type { Change, Wish } from './wish.ts';

/** What a shopper saw of one order, through the gateway alone. */
export type Seen = {
  orderId: string;
  /** The sequence numbers of the journal entries, as they were streamed. */
  seqs: number[];
  /** The status that the last journal entry, ORDER_CLOSED, named; undefined when the stream never got there. */
  lastStatus: string | undefined;
  /** What a command was answered that came after the end; undefined where none came. */
  lateAnswer: string | undefined;
};

/** Places an order, says what is wished, and watches it to its end, whatever the gateway does meanwhile. */
export async function shop(
  waybill: Waybill,
  wish: Wish,
  before: (orderId: string) => Promise<void>,
  terminate: (orderId: string) => Promise<void>,
  over: AbortSignal,
): Promise<Seen> {
  await untilDone(over, () => before(wish.orderId));
  await untilDone(over, () => place(waybill, wish));
  const watched = watch(waybill, wish.orderId, over);
  const ended = endedFromOutside(wish, terminate, over);
  await pause(wish.afterMs);
  for (const change of wish.changes) await untilDone(over, () => tellChange(waybill, change, wish.orderId));
  const { answer } = wish;
  if (answer !== 'none') await untilDone(over, () => tell(waybill, answer, wish.orderId));
  const [seen] = await Promise.all([watched, ended]);
  if (wish.comesLate)
    await untilDone(over, async () => {
      seen.lateAnswer = await answerTo(waybill, 'cancel', wish.orderId);
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

/** Whether the order takes it is for the order to say; every answer is one. */
const tellChange = ({ orders }: Waybill, change: Change, orderId: string): Promise<unknown> =>
  change === 'item'
    ? orders.addItem(orderId, { sku: 'MUG-001', quantity: 1 }, patience)
    : orders.changeAddress(orderId, { ...home, street: '2 Side Street', zip: '62702' }, patience);

async function watch({ orders }: Waybill, orderId: string, over: AbortSignal): Promise<Seen> {
  const seen: Seen = { orderId, seqs: [], lastStatus: undefined, lateAnswer: undefined };
  let after: string | null = null;
  await untilDone(over, async () => {
    for await (const entry of orders.events(orderId, { after, signal: over })) {
      after = entry.cursor;
      seen.seqs.push(entry.seq);
      if (entry.type === 'ORDER_CLOSED') seen.lastStatus = (entry.detail as { status?: string } | null)?.status;
    }
    if (seen.lastStatus === undefined) throw new Error('The stream ended before the order did');
  });
  return seen;
}

/** A gateway that is frozen is asked again. */
export const patience = { timeoutMs: 10_000 };
export const home = { street: '1 Main Street', city: 'Springfield', zip: '62701', country: 'US' };

async function place({ orders }: Waybill, { orderId, requiresApproval, plan }: Wish): Promise<void> {
  const input = {
    ...{ orderId, plan, requiresApproval, shippingAddress: home },
    ...{ approvalTimeout: 'PT1M', customerId: 'CUST-1', customerEmail: 'ada@example.com' },
    items: [{ sku: 'MUG-001', quantity: 2 }],
  };
  orThrow(await orders.place(input, patience));
}

type Answer = Exclude<Wish['answer'], 'none'>;

/** A refusal is an answer too, for the order may have ended before; who is too early with an approval asks again. */
async function tell(waybill: Waybill, answer: Answer, orderId: string): Promise<void> {
  const told = await answerTo(waybill, answer, orderId);
  if (told === 'OrderNotAwaitingApproval') throw new Error('Nobody is asked yet');
}

async function answerTo({ orders }: Waybill, answer: Answer, orderId: string): Promise<string> {
  const reason = 'as wished';
  const result = await (answer === 'approve'
    ? orders.approve(orderId, patience)
    : orders[answer](orderId, reason, patience));
  return result.__typename;
}

/** Tries until it works, or all is over. */
export async function untilDone(over: AbortSignal, act: () => Promise<unknown>): Promise<void> {
  while (!over.aborted) {
    try {
      await act();
      return;
    } catch {
      await pause(200);
    }
  }
}
