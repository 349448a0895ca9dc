import {
  ApplicationFailure,
  CancellationScope,
  condition,
  proxyActivities,
  proxyLocalActivities,
  TemporalFailure,
} from '@temporalio/workflow';
import type { JournalEntry, PlacedOrder } from '@waybill/contracts/words';
import type { OrderBookActivities } from '../../../activities/order-book.ts';
import { errorIn } from '../activities/failure.ts';
import { briefly, forever } from '../activities/patience.ts';
import type { OrderRecord } from '../state/order-record.ts';
import { allIsQuiet } from './quiet.ts';

const inPassing = proxyLocalActivities<OrderBookActivities>(briefly);
const firmly = proxyActivities<OrderBookActivities>(forever);

export type Book = ReturnType<typeof keepBook>;

/** What goes with every write; the epoch with those of a recovery. */
type Kept = Pick<PlacedOrder, 'fingerprint' | 'keyId' | 'correlationId'> & { epoch?: number };

/**
 * Keeps the order book up to date. The first write and the last are firm: the order waits for them, however long that
 * takes. So are those of an order that waits for a person, for that may be long, and people look for it in the book.
 *
 * Every other change is written in passing, for one event in the history, by a local activity that nothing waits for.
 * When that answers is not in the history: its answer may come beside a signal and be replayed before it. So no such
 * answer decides what the order does next, nor whether it writes again. A write that came to nothing is made good by the
 * next one, which tells all that the book has not confirmed, or by the audit of the books.
 */
export function keepBook(order: OrderRecord, { fingerprint, keyId, epoch, correlationId }: Kept) {
  let written = 0;
  let told = 0;
  let elsewhere = false; // the book has the order from another workflow, or another order under this id or key

  const writeBy = async ({ recordOrder }: typeof firmly | typeof inPassing) => {
    const upTo = order.state.revision;
    const entries = order.entriesAfter(written);
    const identity = {
      fingerprint,
      ...(keyId === undefined ? {} : { keyId }),
      ...(epoch === undefined ? {} : { epoch }),
    };
    const told = { order: order.forTheBook(), entries, correlationId: askedUnder(entries) ?? correlationId };
    const { attempt, revision } = await recordOrder({ ...told, ...identity });
    written = Math.max(written, upTo);
    return { attempt, isAhead: revision > upTo };
  };

  const writeFirmly = () =>
    writeBy(firmly).catch((failure: unknown) => {
      const { refused, message } = errorIn(failure);
      if (!refused) throw failure;
      throw leave(message);
    });

  const leave = (message: string) => {
    elsewhere = true;
    return ApplicationFailure.nonRetryable(message, 'IDEMPOTENCY_CONFLICT');
  };

  const tellFirmly = () => {
    told = order.state.revision;
    return writeFirmly().catch(unlessTaken);
  };

  const tellInPassing = () => {
    if (told === order.state.revision) return;
    told = order.state.revision;
    writeBy(inPassing).catch(unlessInVain);
  };

  const follow = async () => {
    for (told = written; ; ) {
      await condition(() => order.state.revision > told);
      await allIsQuiet(() => order.state.revision);
      if (order.state.closedAt !== null) return;
      if (order.state.status === 'AWAITING_APPROVAL') await tellFirmly();
      else tellInPassing();
    }
  };

  return {
    /**
     * Resolves once the book has the order, and follows it from then on. The engine forgets a closed order before the book
     * does: where the book knows more of this one than it was told just now, another workflow has told it.
     */
    async receives(): Promise<{ attempt: number }> {
      const { isAhead, ...received } = await writeFirmly();
      if (isAhead) throw leave('The order is in the book already');
      void CancellationScope.nonCancellable(follow);
      return received;
    },
    /**
     * To be called first by what answers an update. An update leaves no event until it is answered: it may be replayed in
     * one moment with what was heard in a task before it, and is not to be written as one with that.
     */
    beforeUpdate: tellInPassing,
    /** The order is not this workflow's: it has done nothing, and leaves nothing behind. */
    get isElsewhere(): boolean {
      return elsewhere;
    },
    /** Resolves once the book knows all of an order that is closed. */
    async isComplete(): Promise<void> {
      while (!elsewhere && order.state.revision > written) await writeFirmly().catch(unlessTaken);
    },
  };
}

/** The correlation id of the newest command among these entries. */
function askedUnder(entries: readonly JournalEntry[]): string | undefined {
  const asked = entries.findLast(({ detail }) => typeof detail?.correlationId === 'string');
  return asked?.detail?.correlationId as string | undefined;
}

function unlessInVain(failure: unknown): void {
  if (!(failure instanceof TemporalFailure)) throw failure;
}

function unlessTaken(failure: unknown): void {
  if (!(failure instanceof ApplicationFailure && failure.type === 'IDEMPOTENCY_CONFLICT')) throw failure;
}
