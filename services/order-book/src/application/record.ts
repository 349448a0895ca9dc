import type { Recorded, RecordRequest } from '@waybill/contracts';
import type { OrderState } from '@waybill/contracts/domain';
import { advances, isLastWord, refuseLowerEpoch, type Standing, upToTheEnd } from '../domain/advance.ts';
import type { Books } from '../domain/books.ts';
import { keep } from './keep.ts';
import { refuseTakenIds, refuseTakenReference } from './unique-ids.ts';

/** Called with each newer state that is recorded, and the previous one. */
export type ObserveOrder = (order: OrderState, before: Pick<Standing, 'closedAt'> | undefined) => void;

/** Records a state and journal entries of one order. What is recorded already changes nothing. */
export const record = ({ books, observe }: { books: Books; observe: ObserveOrder }) => {
  return async (request: RecordRequest): Promise<Recorded> => {
    let observed: () => unknown = () => undefined;
    const recorded = await books.write(request.order.orderId, async (place) => {
      const { order, keyId } = request;
      const { standing } = place;
      const entries = upToTheEnd(standing, request.entries);
      refuseLowerEpoch(standing, request);
      if (!standing) {
        await refuseTakenIds(place, `order ${order.orderId}`, order.orderId, keyId);
        await refuseTakenReference(place, order);
      }
      const isNewer = advances(standing, request);
      observed = () => isNewer && observe(order, standing);
      const last = isLastWord(request) ? order.revision : undefined;
      return keep(place, { state: order, entries, identity: request, isNewer, firm: request.firm === true, last });
    });
    observed(); // once it is committed
    return recorded;
  };
};
