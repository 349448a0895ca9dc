import { setTimeout as pause } from 'node:timers/promises';
import { isRefusal, type Waybill } from '@waybill/client';
import { home } from '../orders/shopper.ts';
import { patience, untilDone } from '../until-done.ts';
import type { RunWish, StandingCommand } from './wish.ts';

/** The observations of one run through the gateway. */
export type RunSeen = {
  runId: string;
  /** The sequence numbers of the received journal entries. */
  seqs: number[];
  /** Whether the last entry of a run that is over was among them. */
  isOver: boolean;
  /** The types of these entries. */
  types: string[];
  /** What was said to it, and answered. */
  answers: { command: StandingCommand | 'cancel'; answer: string }[];
};

/** Starts a run, sends its commands, and follows it to its end, whatever the gateway does meanwhile. */
export async function startRun(waybill: Waybill, wish: RunWish, over: AbortSignal): Promise<RunSeen> {
  await untilDone(over, () => start(waybill, wish));
  const followed = follow(waybill, wish.runId, over);
  const answers = await command(waybill, wish, over);
  const seen = { ...(await followed), answers };
  for (const [at, amount] of wish.refunds.entries()) {
    const options = { ...patience, ...(amount ? { amount } : {}), commandId: `refund-${at}` };
    await untilDone(over, () => waybill.runs.refund(wish.runId, 'as wished', options));
  }
  return seen;
}

/** Says one after the other what is wished; a command that is repeated has the answer that the first had. */
async function command({ runs, standingOrders }: Waybill, wish: RunWish, over: AbortSignal) {
  const { runId, isCancelled, commands, afterMs } = wish;
  const answers: RunSeen['answers'] = [];
  const said: RunSeen['answers'][number]['command'][] = isCancelled ? [...commands, 'cancel'] : commands;
  for (const [at, command] of said.entries()) {
    const options = { ...patience, commandId: `${command}-${at}` };
    await pause(afterMs);
    await untilDone(over, async () => {
      const { __typename: answer } = await (command === 'cancel'
        ? runs.cancel(runId, 'as wished', options)
        : standingOrders[command](runId, options));
      answers.push({ command, answer });
    });
  }
  return answers;
}

async function start({ runs, standingOrders }: Waybill, { kind, runId }: RunWish): Promise<void> {
  const started = await {
    GREETING: () => runs.greet({ runId, name: 'Ada' }, patience),
    USER_CONTEXT: () => runs.startUserContext({ runId, userId: 'CUST-1' }, patience),
    PAYMENT: () =>
      runs.startPayment(
        { runId, orderId: 'SHOP-1', customerId: 'CUST-1', amount: '9.00', cancellableFor: 'PT3S' },
        patience,
      ),
    STANDING_ORDER: () => standingOrders.start({ runId, every: 'PT1M', times: 2, order: template }, patience),
  }[kind]();
  if (isRefusal(started)) throw new Error(JSON.stringify(started));
}

const template = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  shippingAddress: home,
  items: [{ sku: 'MUG-001', quantity: 1 }],
};

async function follow({ runs }: Waybill, runId: string, over: AbortSignal) {
  const seen: Omit<RunSeen, 'answers'> = { runId, seqs: [], types: [], isOver: false };
  let after: string | null = null;
  await untilDone(over, async () => {
    for await (const entry of runs.events(runId, { after, signal: over })) {
      after = entry.cursor;
      seen.seqs.push(entry.seq);
      seen.types.push(entry.type);
      if (entry.type === 'RUN_CLOSED') seen.isOver = true;
    }
    if (!seen.isOver) throw new Error('The stream ended before the run was closed');
  });
  return seen;
}
