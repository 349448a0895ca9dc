import type { RecordRequest, UndoneEffects } from '@waybill/contracts';
import type { JournalEntry, OrderState } from '@waybill/contracts/domain';
import { type CallOptions, Refused, Unavailable } from '@waybill/http-client';

/** An order book that is in this process, and can be away for a while. */
export class BookInMemory {
  /** The correlation id of every write. */
  readonly heardUnder: (string | undefined)[] = [];
  /** Whose effects an operator had undone. */
  readonly undone: (UndoneEffects & { orderId: string })[] = [];
  readonly #onState: (order: OrderState) => void;
  readonly #journal = new EntriesInMemory();
  #order: OrderState | undefined;
  #fingerprint: string | undefined;
  #epoch = 0;
  #isAway = false;
  #missed = 0;
  #before = async () => {};

  constructor(onState: (order: OrderState) => void = () => {}) {
    this.#onState = onState;
  }

  /** Its entries up to the first that is missing. */
  get journal(): JournalEntry[] {
    return this.#journal.whole();
  }

  /** How many writes came while it was away. */
  get missed(): number {
    return this.#missed;
  }

  order(): OrderState | undefined {
    return this.#order;
  }

  readonly goesAway = (): void => {
    this.#isAway = true;
  };

  readonly isBack = (): void => {
    this.#isAway = false;
  };

  /** Every write waits for this. */
  takes(itsTime: () => Promise<void>): void {
    this.#before = itsTime;
  }

  async find() {
    if (this.#isAway) throw new Unavailable('scripted: the book is away');
    return this.#order && this.#booked(this.#order, this.#epoch > 0 ? { epoch: this.#epoch } : {});
  }

  async keepUndone(orderId: string, undone: UndoneEffects) {
    if (this.#order) throw new Refused('IDEMPOTENCY_CONFLICT', 'The book knows the order');
    this.undone.push({ orderId, ...undone });
    return { orderId };
  }

  async takeOver(_: string, epoch: number) {
    if (!this.#order || epoch < this.#epoch) throw new Refused('TAKEN_OVER', 'A higher epoch has been taken');
    this.#epoch = epoch;
    return this.#booked(this.#order, { epoch });
  }

  async record(_: string, request: RecordRequest, call?: CallOptions) {
    this.heardUnder.push(call?.correlationId);
    await this.#before();
    if (this.#isAway) {
      this.#missed += 1;
      throw new Unavailable('scripted: the book is away');
    }
    if ((request.epoch ?? 0) < this.#epoch) throw new Refused('TAKEN_OVER', 'The order was taken over');
    this.#fingerprint ??= request.fingerprint;
    if (request.fingerprint !== this.#fingerprint) throw new Refused('IDEMPOTENCY_CONFLICT', 'The id is taken');
    const { entries, firm = false } = request;
    const { closedAt, revision } = this.#keep(request.order, firm);
    this.#journal.add(entries, firm, closedAt === null ? Number.POSITIVE_INFINITY : revision);
    return { revision, seq: this.journal.length };
  }

  /** Takes a state that is newer, and over one that is closed nothing. Returns the state that stands. */
  #keep(told: OrderState, firm: boolean): OrderState {
    const isLast = firm && told.closedAt !== null;
    const known = this.#order;
    if (known && (known.closedAt !== null || !(isLast || told.revision > known.revision))) return known;
    this.#order = told;
    this.#onState(told);
    return told;
  }

  #booked<Epoch extends { epoch?: number }>(order: OrderState, epoch: Epoch) {
    return { order, fingerprint: this.#fingerprint ?? '', attention: null, asOf: order.updatedAt, ...epoch };
  }
}

/** As the order book keeps them: the first stands, but for one that was written in passing where a firm one comes. */
class EntriesInMemory {
  readonly #bySeq = new Map<number, { entry: JournalEntry; firm: boolean }>();

  add(entries: readonly JournalEntry[], firm: boolean, last: number): void {
    for (const entry of entries) {
      const held = this.#bySeq.get(entry.seq);
      if (!held || (firm && !held.firm)) this.#bySeq.set(entry.seq, { entry, firm });
    }
    for (const seq of this.#bySeq.keys()) if (seq > last) this.#bySeq.delete(seq);
  }

  whole(): JournalEntry[] {
    const whole: JournalEntry[] = [];
    for (let next = this.#bySeq.get(1); next; next = this.#bySeq.get(whole.length + 1)) whole.push(next.entry);
    return whole;
  }
}
