import type { Recorded, RecordRequest } from '@waybill/contracts';
import { advances } from '../domain/advance.ts';
import type { Books } from '../domain/books.ts';

/** Records a state and journal entries of one order. What the book knows already changes nothing. */
export const record = ({ books }: { books: Books }) => {
  return (request: RecordRequest): Promise<Recorded> =>
    books.write(request.order.orderId, async (place) => {
      const { order, entries, fingerprint } = request;
      const { standing } = place;
      const isNewer = advances(standing, request);

      const seq = await place.addEntries(entries);
      const isLonger = seq > (standing?.seq ?? 0);
      if (isNewer) await place.keepState(order, fingerprint, seq);
      else if (isLonger) await place.keepSeq(seq);
      if (isNewer || isLonger) await place.announce();

      return { revision: isNewer || !standing ? order.revision : standing.revision, seq };
    });
};
