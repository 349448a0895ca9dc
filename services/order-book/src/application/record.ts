import type { Recorded, RecordRequest } from '@waybill/contracts';
import { advances, isLastWord, refuseLowerEpoch, upToTheEnd } from '../domain/advance.ts';
import type { Books } from '../domain/books.ts';
import { keep } from './keep.ts';
import { refuseTakenIds, refuseTakenReference } from './taken-ids.ts';

/** Records a state and journal entries of one order. What is recorded already changes nothing. */
export const record = ({ books }: { books: Books }) => {
  return (request: RecordRequest): Promise<Recorded> =>
    books.write(request.order.orderId, async (place) => {
      const { order, keyId } = request;
      const { standing } = place;
      const entries = upToTheEnd(standing, request.entries);
      refuseLowerEpoch(standing, request);
      if (!standing) {
        await refuseTakenIds(place, `order ${order.orderId}`, order.orderId, keyId);
        await refuseTakenReference(place, order);
      }
      const isNewer = advances(standing, request);
      const last = isLastWord(request) ? order.revision : undefined;
      return keep(place, { state: order, entries, identity: request, isNewer, firm: request.firm === true, last });
    });
};
