import type { RecordRequest } from '@waybill/contracts';
import type { JournalEntry, OrderState } from '@waybill/contracts/words';
import { type CallOptions, Refused, Unavailable } from '@waybill/http-client';

/** An order book that is in this process, and can be away for a while. */
export function bookInMemory(onState: (order: OrderState) => void = () => {}) {
  const journal: JournalEntry[] = [];
  let order: OrderState | undefined;
  let asked: string | undefined;
  let epoch = 0;
  let away = false;
  let before = async () => {};
  const heardUnder: (string | undefined)[] = [];
  return {
    journal,
    /** The correlation id of every write. */
    heardUnder,
    order: () => order,
    goesAway: () => {
      away = true;
    },
    isBack: () => {
      away = false;
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
      if (!order || next < epoch) throw new Refused('TAKEN_OVER', 'Somebody holds a higher epoch');
      epoch = next;
      return { order, fingerprint: asked ?? '', attention: null, asOf: order.updatedAt, epoch };
    },
    async record(_: string, request: RecordRequest, call?: CallOptions) {
      heardUnder.push(call?.correlationId);
      await before();
      if (away) throw new Unavailable('scripted: the book is away');
      if ((request.epoch ?? 0) < epoch) throw new Refused('TAKEN_OVER', 'The order was taken over');
      asked ??= request.fingerprint;
      if (request.fingerprint !== asked) throw new Refused('IDEMPOTENCY_CONFLICT', 'The id is taken');
      if (!order || request.order.revision > order.revision) {
        order = request.order;
        onState(order);
      }
      for (const entry of request.entries) if (entry.seq === journal.length + 1) journal.push(entry);
      return { revision: order.revision, seq: journal.length };
    },
  };
}
