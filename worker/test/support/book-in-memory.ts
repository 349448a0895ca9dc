import type { RecordRequest } from '@waybill/contracts';
import type { JournalEntry, OrderState } from '@waybill/contracts/domain';
import { type CallOptions, Refused, Unavailable } from '@waybill/http-client';

/** An order book that is in this process, and can be away for a while. */
export function bookInMemory(onState: (order: OrderState) => void = () => {}) {
  const journal = entriesInMemory();
  let order: OrderState | undefined;
  let asked: string | undefined;
  let epoch = 0;
  let away = false;
  let missed = 0;
  let before = async () => {};
  const heardUnder: (string | undefined)[] = [];
  return {
    /** Its entries up to the first that is missing. */
    get journal() {
      return journal.entries();
    },
    /** The correlation id of every write. */
    heardUnder,
    order: () => order,
    goesAway: () => {
      away = true;
    },
    isBack: () => {
      away = false;
    },
    /** How many writes came while it was away. */
    get missed() {
      return missed;
    },
    /** Every write waits for this. */
    takes: (itsTime: () => Promise<void>) => {
      before = itsTime;
    },
    async find() {
      if (away) throw new Unavailable('scripted: the book is away');
      const fingerprint = asked ?? '';
      return order && { order, fingerprint, attention: null, asOf: order.updatedAt, ...(epoch > 0 ? { epoch } : {}) };
    },
    async takeOver(_: string, next: number) {
      if (!order || next < epoch) throw new Refused('TAKEN_OVER', 'A higher epoch has been taken');
      epoch = next;
      return { order, fingerprint: asked ?? '', attention: null, asOf: order.updatedAt, epoch };
    },
    async record(_: string, request: RecordRequest, call?: CallOptions) {
      heardUnder.push(call?.correlationId);
      await before();
      if (away) {
        missed += 1;
        throw new Unavailable('scripted: the book is away');
      }
      if ((request.epoch ?? 0) < epoch) throw new Refused('TAKEN_OVER', 'The order was taken over');
      asked ??= request.fingerprint;
      if (request.fingerprint !== asked) throw new Refused('IDEMPOTENCY_CONFLICT', 'The id is taken');
      const { firm = false, order: told } = request;
      const isLast = firm && told.closedAt !== null;
      if (!order || (order.closedAt === null && (isLast || told.revision > order.revision))) {
        order = told;
        onState(order);
      }
      journal.add(request.entries, firm, order.closedAt === null ? Number.POSITIVE_INFINITY : order.revision);
      return { revision: order.revision, seq: journal.entries().length };
    },
  };
}

/** As the order book keeps them: the first stands, but for one that was written in passing where a firm one comes. */
function entriesInMemory() {
  const bySeq = new Map<number, { entry: JournalEntry; firm: boolean }>();
  return {
    add(entries: readonly JournalEntry[], firm: boolean, last: number): void {
      for (const entry of entries) {
        const held = bySeq.get(entry.seq);
        if (!held || (firm && !held.firm)) bySeq.set(entry.seq, { entry, firm });
      }
      for (const seq of bySeq.keys()) if (seq > last) bySeq.delete(seq);
    },
    entries(): JournalEntry[] {
      const whole: JournalEntry[] = [];
      for (let next = bySeq.get(1); next; next = bySeq.get(whole.length + 1)) whole.push(next.entry);
      return whole;
    },
  };
}
