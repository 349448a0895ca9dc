import { CancellationScope, patched } from '@temporalio/workflow';
import type { JournalEntry } from '@waybill/contracts/domain';
import type { Entry } from '../../../activities/order-book.ts';
import { entryWith, type Kept } from '../../shared/book/entry.ts';
import { FirmWriter } from '../../shared/book/firm-writer.ts';
import { follow } from '../../shared/book/follow.ts';
import { firmly } from '../activities/proxies.ts';
import type { OrderRecord } from '../state/order-record.ts';
import { choosePassingWrite } from './passing-write.ts';

/**
 * Keeps the order book up to date. The first and the last write are firm: the order waits for them without limit. So
 * are those of an order that waits for a person, which may take long and is visible in lists, and changes by commands
 * while the order's shipment may still ask a question.
 *
 * Every other change is written in passing, by a sink: beside the history, which does not record it. A lost write is
 * covered by the next firm one, which contains everything since the last firm one, or by the audit of the books.
 */
export class OrderBook {
  readonly #order: OrderRecord;
  readonly #kept: Kept;
  readonly #wasReset: () => boolean;
  readonly #firm: FirmWriter<{ attempt: number; revision: number }>;
  readonly #writeInPassing = choosePassingWrite();
  #revisionInBook = 0;

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
   * Resolves once the book has the order, and records its changes from then on. The engine forgets a closed order
   * before the book does: if the book knows more about this one than was just written, another workflow has written it.
   */
  async receive(): Promise<{ attempt: number }> {
    const { isAhead, ...received } = await this.#firm.write();
    const isOnlyWriter = this.#kept.epoch === undefined && !this.#wasReset();
    if (isAhead && isOnlyWriter) throw this.#firm.leave('The order is in the book already');
    this.#revisionInBook = this.#firm.written;
    void CancellationScope.nonCancellable(() => follow(this.#order.state, () => this.#revisionInBook, this.#tell));
    return received;
  }

  /**
   * Must be called first by the handler of an update. An update leaves no event until it is answered, so a replay may
   * process it together with signals of an earlier task; the two must be recorded separately.
   */
  beforeUpdate(): void {
    if (this.#order.state.closedAt === null) this.#tellInPassing();
  }

  /** The order belongs to another workflow: this one has had no effects. */
  get isDuplicate(): boolean {
    return this.#firm.isDuplicate;
  }

  /** Resolves once the book has the complete closed order. */
  complete(): Promise<void> {
    return this.#firm.complete();
  }

  readonly #tell = (): Promise<unknown> | undefined => {
    const isFirm = this.#order.state.status === 'AWAITING_APPROVAL' || isLateChange(this.#order, this.#revisionInBook);
    return isFirm ? this.#tellFirmly() : this.#tellInPassing();
  };

  #tellFirmly(): Promise<unknown> {
    this.#revisionInBook = this.#order.state.revision;
    return this.#firm.writeChanges();
  }

  #tellInPassing(): undefined {
    if (this.#revisionInBook === this.#order.state.revision) return;
    this.#writeInPassing(this.#entryAfter(this.#revisionInBook));
    this.#revisionInBook = this.#order.state.revision;
  }

  #entryAfter(seq: number): Entry {
    return { order: this.#order.bookState(), ...entryWith(this.#order.entriesAfter(seq), this.#kept) };
  }
}

/**
 * A task that schedules nothing may be replayed together with a later update, at that update's time; a firm write is a
 * scheduled command, which prevents that.
 */
function isLateChange(order: OrderRecord, revisionInBook: number): boolean {
  const mayAsk = order.steps.isRunning('PREPARE_PACKAGE') || order.steps.isRunning('CREATE_LABEL');
  const isOfCommand = ({ type }: JournalEntry) => type === 'ADDRESS_UPDATED' || type === 'COMMAND_REFUSED';
  return mayAsk && order.entriesAfter(revisionInBook).some(isOfCommand) && patched('late-changes-told-firmly');
}
