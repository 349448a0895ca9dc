import { ApplicationFailure, CancellationScope, condition, patched, TemporalFailure } from '@temporalio/workflow';
import type { JournalEntry, PlacedOrder } from '@waybill/contracts/domain';
import type { Entry } from '../../../activities/order-book.ts';
import { toStepFailure } from '../../shared/activities/failure.ts';
import { settle } from '../../shared/book/settle.ts';
import { besideHistory, firmly, locally } from '../activities/proxies.ts';
import type { OrderRecord } from '../state/order-record.ts';

export type OrderBook = ReturnType<typeof createOrderBook>;

/** What goes with every write; the epoch with those of a recovery. */
type Kept = Pick<PlacedOrder, 'fingerprint' | 'keyId' | 'correlationId'> & { epoch?: number };

/**
 * Keeps the order book up to date. The first write and the last are firm: the order waits for them, however long that
 * takes. So are those of an order that waits for a person, for that may be long, and people look for it in the book; and
 * what a command changes while the order's shipment may still ask it something.
 *
 * Every other change is written in passing, by a sink: beside the history, which knows nothing of it. A write that came to
 * nothing is made good by the next firm one, which tells all since the last, or by the audit of the books.
 */
export function createOrderBook(
  order: OrderRecord,
  { fingerprint, keyId, epoch, correlationId }: Kept,
  wasReset: () => boolean = () => false,
) {
  let firmlyWritten = 0;
  let told = 0;
  let duplicate = false; // the book has the order from another workflow, or another order under this id or key

  const entryAfter = (seq: number): Entry => {
    const entries = order.entriesAfter(seq);
    return {
      order: order.bookState(),
      entries,
      correlationId: askedUnder(entries) ?? correlationId,
      fingerprint,
      ...(keyId === undefined ? {} : { keyId }),
      ...(epoch === undefined ? {} : { epoch }),
    };
  };

  const writeFirmly = async () => {
    const upTo = order.state.revision;
    const { attempt, revision } = await firmly
      .recordOrder({ ...entryAfter(firmlyWritten), firm: true })
      .catch((failure: unknown) => {
        const { refused, message } = toStepFailure(failure);
        if (!refused) throw failure;
        throw leave(message);
      });
    firmlyWritten = Math.max(firmlyWritten, upTo);
    return { attempt, isAhead: epoch === undefined && !wasReset() && revision > upTo };
  };

  const leave = (message: string) => {
    duplicate = true;
    return ApplicationFailure.nonRetryable(message, 'IDEMPOTENCY_CONFLICT');
  };

  const tellFirmly = () => {
    told = order.state.revision;
    return writeFirmly().catch(unlessTaken);
  };

  const tellInPassing = () => {
    if (told === order.state.revision) return;
    tell(entryAfter(told));
    told = order.state.revision;
  };

  const follow = async () => {
    for (told = firmlyWritten; ; ) {
      await condition(() => order.state.revision > told);
      await settle(() => order.state.revision);
      if (order.state.closedAt !== null) return;
      if (order.state.status === 'AWAITING_APPROVAL' || isLateChange(order, told)) await tellFirmly();
      else tellInPassing();
    }
  };

  /** Chosen when the order is received, and for good. */
  const tell = patched('book-beside-history') ? tellBesideHistory : tellByLocalActivity;

  return {
    /**
     * Resolves once the book has the order, and follows it from then on. The engine forgets a closed order before the book
     * does: where the book knows more of this one than it was told just now, another workflow has told it.
     */
    async receive(): Promise<{ attempt: number }> {
      const { isAhead, ...received } = await writeFirmly();
      if (isAhead) throw leave('The order is in the book already');
      void CancellationScope.nonCancellable(follow);
      return received;
    },
    /**
     * To be called first by what answers an update. An update leaves no event until it is answered: it may be replayed in
     * one moment with what was heard in a task before it, and is not to be written as one with that.
     */
    beforeUpdate(): void {
      if (order.state.closedAt === null) tellInPassing();
    },
    /** The order is not this workflow's: it has done nothing, and leaves nothing behind. */
    get isDuplicate(): boolean {
      return duplicate;
    },
    /** Resolves once the book knows all of an order that is closed. */
    async complete(): Promise<void> {
      while (!duplicate && order.state.revision > firmlyWritten) await writeFirmly().catch(unlessTaken);
    },
  };
}

/**
 * A task that schedules nothing may be replayed as one with an update that comes after it, in that one's time; a firm write
 * is something that it schedules.
 */
function isLateChange(order: OrderRecord, told: number): boolean {
  const mayAsk = order.steps.isRunning('PREPARE_PACKAGE') || order.steps.isRunning('CREATE_LABEL');
  const isOfCommand = ({ type }: JournalEntry) => type === 'ADDRESS_UPDATED' || type === 'COMMAND_REFUSED';
  return mayAsk && order.entriesAfter(told).some(isOfCommand) && patched('late-changes-told-firmly');
}

/** What a sink is given leaves the workflow when all that is happening has happened: as it is now, it must be a copy. */
function tellBesideHistory(entry: Entry): void {
  besideHistory.tell(JSON.parse(JSON.stringify(entry)));
}

/**
 * How orders told the book that were begun before there was a sink. A task that waits for a local activity can be lost to a
 * query that reaches its worker late (`late-queries.scenario.ts`), and its order then goes on as no replay would.
 */
function tellByLocalActivity(entry: Entry): void {
  locally.recordOrder(entry).catch(unlessInVain);
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
