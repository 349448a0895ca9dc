import type { Recorded, RecordRequest } from '@waybill/contracts';
import { advances, refuseLowerEpoch } from '../domain/advance.ts';
import type { Books, Place } from '../domain/books.ts';
import { BookRefused } from '../domain/refused.ts';

/** Records a state and journal entries of one order. What the book knows already changes nothing. */
export const record = ({ books }: { books: Books }) => {
  return (request: RecordRequest): Promise<Recorded> =>
    books.write(request.order.orderId, async (place) => {
      const { order, entries } = request;
      const { standing } = place;
      refuseLowerEpoch(standing, request);
      if (!standing) await refuseTakenIds(place, request);
      const isNewer = advances(standing, request);

      const seq = await place.addEntries(entries);
      const isLonger = seq > (standing?.seq ?? 0);
      if (isNewer) await place.keepState(order, request, seq);
      else if (isLonger) await place.keepSeq(seq);
      if (isNewer || isLonger) await place.announce();

      return { revision: isNewer || !standing ? order.revision : standing.revision, seq };
    });
};

/** An id is used once: an order's own, and the one that its idempotency key stands for. */
async function refuseTakenIds({ holderOf }: Place, { order: { orderId }, keyId }: RecordRequest): Promise<void> {
  const holder = await holderOf(keyId === undefined ? [orderId] : [orderId, keyId]);
  if (holder !== undefined)
    throw new BookRefused('IDEMPOTENCY_CONFLICT', `The id or the key of order ${orderId} stands for order ${holder}`);
}
