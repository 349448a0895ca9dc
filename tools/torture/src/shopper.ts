import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Dice } from './dice.ts';

/** What a shopper saw of one order, through the gateway alone. */
export type Seen = {
  orderId: string;
  /** The sequence numbers of the journal entries, as they were streamed. */
  seqs: number[];
  /** The status that the last journal entry, ORDER_CLOSED, named; undefined when the stream never got there. */
  lastStatus: string | undefined;
};

type Entry = { cursor: string; seq: number; type: string; detail: { status?: string } | null };
type Wish = {
  orderId: string;
  requiresApproval: boolean;
  plan: string;
  answer: 'approve' | 'reject' | 'cancel' | 'none';
  afterMs: number;
};

/** What the next order asks for, and what becomes of it; all of it is rolled before anything can go wrong. */
export function wishOf(dice: Dice, number: number, seed: number): Wish {
  const requiresApproval = dice.roll() < 0.4;
  const mood = dice.roll();
  return {
    orderId: `T-${seed}-${number}`,
    requiresApproval,
    plan: dice.oneOf(['AUTHORIZE_FIRST', 'AUTHORIZE_FIRST', 'RESERVE_FIRST']),
    answer: mood < 0.15 ? 'cancel' : requiresApproval && mood < 0.3 ? 'reject' : requiresApproval ? 'approve' : 'none',
    afterMs: dice.between(0, 4_000),
  };
}

/** Places an order, says what is wished, and watches it to its end, whatever the gateway does meanwhile. */
export async function shop(gateway: string, wish: Wish, over: AbortSignal): Promise<Seen> {
  await untilDone(over, () => place(gateway, wish));
  const watched = watch(gateway, wish.orderId, over);
  await pause(wish.afterMs);
  if (wish.answer !== 'none') await untilDone(over, () => tell(gateway, wish));
  return watched;
}

async function watch(gateway: string, orderId: string, over: AbortSignal): Promise<Seen> {
  const seen: Seen = { orderId, seqs: [], lastStatus: undefined };
  let after: string | null = null;
  await untilDone(over, async () => {
    for await (const entry of entries(gateway, orderId, after)) {
      after = entry.cursor;
      seen.seqs.push(entry.seq);
      if (entry.type === 'ORDER_CLOSED') seen.lastStatus = entry.detail?.status;
    }
    if (seen.lastStatus === undefined) throw new Error('The stream ended before the order did');
  });
  return seen;
}

async function* entries(gateway: string, id: string, after: string | null): AsyncGenerator<Entry> {
  const url = `${gateway.replace('http', 'ws')}/graphql`;
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionAckWaitTimeout: 5_000,
    keepAlive: 5_000,
  });
  const query =
    'subscription ($id: ID!, $after: Cursor) { orderEvents(id: $id, after: $after) { cursor seq type detail } }';
  try {
    for await (const { data, errors } of client.iterate<{ orderEvents: Entry }>({ query, variables: { id, after } })) {
      if (!data) throw new Error(JSON.stringify(errors));
      yield data.orderEvents;
    }
  } finally {
    await client.dispose();
  }
}

const placing = `mutation ($input: PlaceOrderInput!) {
  placeOrder(input: $input) { __typename ... on PlaceOrderPayload { order { id } } ... on Error { message } }
}`;

async function place(gateway: string, { orderId, requiresApproval, plan }: Wish): Promise<void> {
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
  const { placeOrder } = await ask<{ placeOrder: { __typename: string } }>(gateway, placing, { input });
  if (placeOrder.__typename !== 'PlaceOrderPayload') throw new Error(JSON.stringify(placeOrder));
}

/** A refusal is an answer too: the order may have ended before. */
async function tell(gateway: string, { orderId, answer }: Wish): Promise<void> {
  const name = { approve: 'ApproveOrder', reject: 'RejectOrder', cancel: 'CancelOrder', none: '' }[answer];
  const input = {
    orderId,
    commandId: `${answer}-${orderId}`,
    ...(answer === 'approve' ? {} : { reason: 'as wished' }),
  };
  await ask(gateway, `mutation ($input: ${name}Input!) { ${answer}Order(input: $input) { __typename } }`, { input });
}

async function ask<Data>(gateway: string, query: string, variables: Record<string, unknown>): Promise<Data> {
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(10_000),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}

/** Tries until it works, or all is over. */
async function untilDone(over: AbortSignal, act: () => Promise<void>): Promise<void> {
  while (!over.aborted) {
    try {
      return await act();
    } catch {
      await pause(200);
    }
  }
}
