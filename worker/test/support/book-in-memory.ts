import type { RecordRequest } from '@waybill/contracts';
import type { JournalEntry, OrderState } from '@waybill/contracts/words';
import { Unavailable } from '@waybill/http-client';

/** An order book that is in this process, and can be away for a while. */
export function bookInMemory(onState: (order: OrderState) => void = () => {}) {
  const journal: JournalEntry[] = [];
  let order: OrderState | undefined;
  let away = false;
  let slow: Promise<void> | undefined;
  return {
    journal,
    order: () => order,
    goesAway: () => {
      away = true;
    },
    isBack: () => {
      away = false;
    },
    /** Answers nothing before that. */
    waitsFor: (gate: Promise<void>) => {
      slow = gate;
    },
    async record(_: string, request: RecordRequest) {
      await slow;
      if (away) throw new Unavailable('scripted: the book is away');
      if (!order || request.order.revision > order.revision) {
        order = request.order;
        onState(order);
      }
      for (const entry of request.entries) if (entry.seq === journal.length + 1) journal.push(entry);
      return { revision: order.revision, seq: journal.length };
    },
  };
}
