import { maySee, type OrderSnapshot, type Viewer } from '@waybill/graphql';
import type { PortDependencies } from './dependencies.ts';

export type FindOrder = (id: string) => Promise<OrderSnapshot | undefined>;

type OwnOrderLookupOptions = Pick<PortDependencies, 'orders' | 'watches'> & {
  /** The present state of an order, as the book has it or does not. */
  open: (id: string, booked: OrderSnapshot | undefined) => Promise<OrderSnapshot | undefined>;
  ended: FindOrder;
};

/**
 * Finds an order of a customer. Another's order takes the same calls as one that nobody has, so that nobody can measure
 * which it is: one to the book, and one to the engine for who placed it, in which an id that no order can have stands for it.
 */
export const createOwnOrderLookup =
  ({ orders, watches, open, ended }: OwnOrderLookupOptions) =>
  async (customer: Viewer, id: string, inBook: FindOrder): Promise<OrderSnapshot | undefined> => {
    const watched = await watches.current(id);
    if (watched && maySee(customer, watched)) return watched;
    const booked = await inBook(id);
    if (booked && maySee(customer, booked)) return (await open(id, booked)) ?? ended(id);
    const placed = await orders.placedAs(watched || booked ? `${id}~` : id);
    return placed && maySee(customer, placed) ? ((await open(id, undefined)) ?? ended(id)) : undefined;
  };
