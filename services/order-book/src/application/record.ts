import type { Recorded, RecordRequest } from '@waybill/contracts';
import type { JournalEntry } from '@waybill/contracts/domain';
import { advances, isLastWord, refuseLowerEpoch, type Standing } from '../domain/advance.ts';
import type { Books, Place } from '../domain/books.ts';
import { BookRefused } from '../domain/refused.ts';

/** Records a state and journal entries of one order. What is recorded already changes nothing. */
export const record = ({ books }: { books: Books }) => {
  return (request: RecordRequest): Promise<Recorded> =>
    books.write(request.order.orderId, async (place) => {
      const { order } = request;
      const { standing } = place;
      const entries = upToTheEnd(standing, request.entries);
      refuseLowerEpoch(standing, request);
      if (!standing) await refuseTakenIds(place, request);
      const isNewer = advances(standing, request);

      const last = isLastWord(request) ? order.revision : undefined;
      const seq = await (request.firm ? place.addFirmEntries(entries, last) : place.addEntries(entries));
      const isOtherwise = seq !== (standing?.seq ?? 0);
      if (isNewer) await place.keepState(order, request, seq);
      else if (isOtherwise) await place.keepSeq(seq);
      if (isNewer || isOtherwise) await place.announce();

      return { revision: isNewer || !standing ? order.revision : standing.revision, seq };
    });
};

/** Entries after the end of an order can only come from a workflow task that was discarded. */
const upToTheEnd = (standing: Standing | undefined, entries: readonly JournalEntry[]) =>
  standing?.closedAt ? entries.filter(({ seq }) => seq <= standing.revision) : entries;

/** An id is used once: an order's own, and the one that its idempotency key stands for. */
async function refuseTakenIds({ holderOf }: Place, { order: { orderId }, keyId }: RecordRequest): Promise<void> {
  const holder = await holderOf(keyId === undefined ? [orderId] : [orderId, keyId]);
  if (holder !== undefined)
    throw new BookRefused('IDEMPOTENCY_CONFLICT', `The id or the key of order ${orderId} stands for order ${holder}`);
}
