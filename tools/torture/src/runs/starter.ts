import { isRefusal, type Waybill } from '@waybill/client';
import { home, patience, untilDone } from '../shopper.ts';
import type { RunWish } from './wish.ts';

/** What was seen of one run, through the gateway alone. */
export type RunSeen = {
  runId: string;
  /** The sequence numbers of the journal entries, as they were told. */
  seqs: number[];
  /** Whether the last entry of a run that is over was among them. */
  isOver: boolean;
};

/** Starts a run, says what is wished, and follows it to its end, whatever the gateway does meanwhile. */
export async function startRun(waybill: Waybill, wish: RunWish, over: AbortSignal): Promise<RunSeen> {
  const { runId, isCancelled, refunds } = wish;
  await untilDone(over, () => start(waybill, wish));
  const followed = follow(waybill, runId, over);
  const options = (commandId: string) => ({ ...patience, commandId });
  if (isCancelled) await untilDone(over, () => waybill.runs.cancel(runId, 'as wished', options('cancel')));
  const seen = await followed;
  for (const [at, amount] of refunds.entries()) {
    const refund = amount ? { amount } : {};
    await untilDone(over, () => waybill.runs.refund(runId, 'as wished', { ...refund, ...options(`refund-${at}`) }));
  }
  return seen;
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
    STANDING_ORDER: () => standingOrders.start({ runId, every: 'PT1M', times: 1, order: template }, patience),
  }[kind]();
  if (isRefusal(started)) throw new Error(JSON.stringify(started));
}

const template = {
  ...{ customerId: 'CUST-1', customerEmail: 'ada@example.com', shippingAddress: home },
  items: [{ sku: 'MUG-001', quantity: 1 }],
};

async function follow({ runs }: Waybill, runId: string, over: AbortSignal): Promise<RunSeen> {
  const seen: RunSeen = { runId, seqs: [], isOver: false };
  let after: string | null = null;
  await untilDone(over, async () => {
    for await (const entry of runs.events(runId, { after, signal: over })) {
      after = entry.cursor;
      seen.seqs.push(entry.seq);
      if (entry.type === 'RUN_CLOSED') seen.isOver = true;
    }
    if (!seen.isOver) throw new Error('The stream ended before the run did');
  });
  return seen;
}
