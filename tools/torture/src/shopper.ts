import { setTimeout as pause } from 'node:timers/promises';
import { ask, type Door, entries } from './door.ts';
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
  door: Door,
  wish: Wish,
  before: (orderId: string) => Promise<void>,
  terminate: (orderId: string) => Promise<void>,
  over: AbortSignal,
): Promise<Seen> {
  await untilDone(over, () => before(wish.orderId));
  await untilDone(over, () => place(door, wish));
  const watched = watch(door, wish.orderId, over);
  const ended = endedFromOutside(wish, terminate, over);
  await pause(wish.afterMs);
  for (const change of wish.changes) await untilDone(over, () => ask(door, ...changing(change, wish.orderId)));
  if (wish.answer !== 'none') await untilDone(over, () => tell(door, wish));
  const [seen] = await Promise.all([watched, ended]);
  if (wish.comesLate)
    await untilDone(over, async () => {
      seen.lateAnswer = await answerTo(door, 'cancel', wish.orderId);
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
function changing(change: Change, orderId: string): [string, Record<string, unknown>] {
  if (change === 'item') {
    const input = { orderId, item: { sku: 'MUG-001', quantity: 1 } };
    return ['mutation ($input: AddOrderItemInput!) { addOrderItem(input: $input) { __typename } }', { input }];
  }
  const address = { street: '2 Side Street', city: 'Springfield', zip: '62702', country: 'US' };
  return [
    'mutation ($input: ChangeShippingAddressInput!) { changeShippingAddress(input: $input) { __typename } }',
    { input: { orderId, address } },
  ];
}

async function watch(door: Door, orderId: string, over: AbortSignal): Promise<Seen> {
  const seen: Seen = { orderId, seqs: [], lastStatus: undefined, lateAnswer: undefined };
  let after: string | null = null;
  await untilDone(over, async () => {
    for await (const entry of entries(door, orderId, after)) {
      after = entry.cursor;
      seen.seqs.push(entry.seq);
      if (entry.type === 'ORDER_CLOSED') seen.lastStatus = entry.detail?.status;
    }
    if (seen.lastStatus === undefined) throw new Error('The stream ended before the order did');
  });
  return seen;
}

const placing = `mutation ($input: PlaceOrderInput!) {
  placeOrder(input: $input) { __typename ... on PlaceOrderPayload { order { id } } ... on Error { message } }
}`;

async function place(door: Door, { orderId, requiresApproval, plan }: Wish): Promise<void> {
  const input = {
    orderId,
    plan,
    requiresApproval,
    approvalTimeout: 'PT1M',
    customerId: 'CUST-1',
    customerEmail: 'ada@example.com',
    items: [{ sku: 'MUG-001', quantity: 2 }],
    shippingAddress: { street: '1 Main Street', city: 'Springfield', zip: '62701', country: 'US' },
  };
  const { placeOrder } = await ask<{ placeOrder: { __typename: string } }>(door, placing, { input });
  if (placeOrder.__typename !== 'PlaceOrderPayload') throw new Error(JSON.stringify(placeOrder));
}

/** A refusal is an answer too, for the order may have ended before; who is too early with an approval asks again. */
async function tell(door: Door, { orderId, answer }: Wish): Promise<void> {
  const told = await answerTo(door, answer, orderId);
  if (told === 'OrderNotAwaitingApproval') throw new Error('Nobody is asked yet');
}

async function answerTo(door: Door, answer: Wish['answer'], orderId: string): Promise<string> {
  const name = { approve: 'ApproveOrder', reject: 'RejectOrder', cancel: 'CancelOrder', none: '' }[answer];
  const input = { orderId, ...(answer === 'approve' ? {} : { reason: 'as wished' }) };
  const { told } = await ask<{ told: { __typename: string } }>(
    door,
    `mutation ($input: ${name}Input!) { told: ${answer}Order(input: $input) { __typename } }`,
    { input },
  );
  return told.__typename;
}

/** Tries until it works, or all is over. */
async function untilDone(over: AbortSignal, act: () => Promise<unknown>): Promise<void> {
  while (!over.aborted) {
    try {
      await act();
      return;
    } catch {
      await pause(200);
    }
  }
}
