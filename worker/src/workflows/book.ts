import {
  ApplicationFailure,
  CancellationScope,
  condition,
  proxyActivities,
  proxyLocalActivities,
  TemporalFailure,
} from '@temporalio/workflow';
import type { PlacedOrder } from '@waybill/contracts/words';
import type { OrderBookActivities } from '../activities/order-book.ts';
import { errorIn } from './failure.ts';
import type { OrderRecord } from './order-record.ts';
import { briefly, forever } from './patience.ts';
import type { TakeTurns } from './turns.ts';

const quick = proxyLocalActivities<OrderBookActivities>(briefly);
const patient = proxyActivities<OrderBookActivities>(forever);

export type Book = ReturnType<typeof keepBook>;

/**
 * Keeps the order book up to date from here on: one write at a time, each with all that came since the last. The order
 * goes on meanwhile, and waits for the book only where it is received and where it ends.
 */
export function keepBook(order: OrderRecord, { fingerprint, correlationId }: PlacedOrder, inTurn: TakeTurns) {
  let written = 0;
  let taken: string | undefined; // why the book will not have this order: its id is another order's

  const behind = () => order.state.revision > written;

  const writeTo = async ({ recordOrder }: typeof quick) => {
    const upTo = order.state.revision;
    await recordOrder({ order: order.state, entries: order.entriesAfter(written), fingerprint, correlationId });
    written = upTo;
  };

  const write = () =>
    inTurn(() => writeTo(quick)).catch((failure: unknown) => {
      if (failure instanceof TemporalFailure && !errorIn(failure).refused) return writeTo(patient);
      throw failure;
    });

  const keep = async () => {
    while (order.state.closedAt === null || behind()) {
      await condition(behind);
      await write();
    }
  };

  const kept = CancellationScope.nonCancellable(keep).catch((failure: unknown) => {
    const { refused, message } = errorIn(failure);
    if (!refused) throw failure;
    taken = message;
  });

  return {
    /** Resolves once the book has the order, however long that takes. */
    async hasOrder(): Promise<{ attempt: number }> {
      await condition(() => written > 0 || taken !== undefined);
      if (taken !== undefined) throw ApplicationFailure.nonRetryable(taken, 'IDEMPOTENCY_CONFLICT');
      return { attempt: 1 };
    },
    /** Resolves once the book knows that the order is closed. */
    isComplete: (): Promise<void> => kept,
  };
}
