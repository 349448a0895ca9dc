import { CancellationScope, patched } from '@temporalio/workflow';
import type { JournalEntry, PlacedOrder } from '@waybill/contracts/domain';
import type { Entry } from '../../../activities/order-book.ts';
import { correlationIdIn } from '../../shared/book/correlation.ts';
import { FirmWriter } from '../../shared/book/firm-writer.ts';
import { follow } from '../../shared/book/follow.ts';
import { firmly } from '../activities/proxies.ts';
import type { OrderRecord } from '../state/order-record.ts';
import { choosePassingWrite } from './passing-write.ts';

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
export class OrderBook {
  readonly #order: OrderRecord;
  readonly #kept: Kept;
  readonly #wasReset: () => boolean;
  readonly #firm: FirmWriter<{ attempt: number; revision: number }>;
  readonly #writeInPassing = choosePassingWrite();
  #told = 0;

  constructor(order: OrderRecord, kept: Kept, wasReset: () => boolean = () => false) {
    this.#order = order;
    this.#kept = kept;
    this.#wasReset = wasReset;
    this.#firm = new FirmWriter({
      revision: () => order.state.revision,
      write: async (after) => {
        const { attempt, revision } = await firmly.recordOrder({ ...this.#entryAfter(after), firm: true });
        return { attempt, revision };
      },
    });
  }

  /**
   * Resolves once the book has the order, and follows it from then on. The engine forgets a closed order before the book
   * does: where the book knows more of this one than it was told just now, another workflow has told it.
   */
  async receive(): Promise<{ attempt: number }> {
    const { isAhead, ...received } = await this.#firm.write();
    const isOnlyWriter = this.#kept.epoch === undefined && !this.#wasReset();
    if (isAhead && isOnlyWriter) throw this.#firm.leave('The order is in the book already');
    this.#told = this.#firm.written;
    void CancellationScope.nonCancellable(() => follow(this.#order.state, () => this.#told, this.#tell));
    return received;
  }

  /**
   * To be called first by what answers an update. An update leaves no event until it is answered: it may be replayed in
   * one moment with what was heard in a task before it, and is not to be written as one with that.
   */
  beforeUpdate(): void {
    if (this.#order.state.closedAt === null) this.#tellInPassing();
  }

  /** The order is not this workflow's: it has done nothing, and leaves nothing behind. */
  get isDuplicate(): boolean {
    return this.#firm.isDuplicate;
  }

  /** Resolves once the book knows all of an order that is closed. */
  complete(): Promise<void> {
    return this.#firm.complete();
  }

  readonly #tell = (): Promise<unknown> | undefined => {
    const isFirm = this.#order.state.status === 'AWAITING_APPROVAL' || isLateChange(this.#order, this.#told);
    return isFirm ? this.#tellFirmly() : this.#tellInPassing();
  };

  #tellFirmly(): Promise<unknown> {
    this.#told = this.#order.state.revision;
    return this.#firm.writeUnlessTaken();
  }

  #tellInPassing(): undefined {
    if (this.#told === this.#order.state.revision) return;
    this.#writeInPassing(this.#entryAfter(this.#told));
    this.#told = this.#order.state.revision;
  }

  #entryAfter(seq: number): Entry {
    const { fingerprint, keyId, epoch, correlationId } = this.#kept;
    const entries = this.#order.entriesAfter(seq);
    return {
      order: this.#order.bookState(),
      entries,
      correlationId: correlationIdIn(entries) ?? correlationId,
      fingerprint,
      ...(keyId === undefined ? {} : { keyId }),
      ...(epoch === undefined ? {} : { epoch }),
    };
  }
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
