import type { OrderLimits, PlacedOrder } from '@waybill/contracts/words';
import type { Orders } from '@waybill/orders-client';
import type { Log } from '@waybill/platform';
import type { Changes } from '../live/change-feed.ts';
import type { Meanings } from '../live/change-filter.ts';
import type { Watching } from '../live/order-watches.ts';
import type { Snapshots } from '../live/snapshot.ts';
import type { Book } from '../order-book.ts';
import type { Quota } from './quota.ts';

export type Patience = Pick<PlacedOrder, 'patience' | 'limitMs'>;

/** What the desks of all requests share. */
export type Surroundings = {
  orders: Orders;
  book: Book;
  snapshots: Snapshots;
  watching: Watching;
  changes: Changes;
  meanings: Meanings;
  /** The same that operations are charged to. */
  quota: Quota;
  now: () => Date;
  newCommandId: () => string;
  /** How long a command's caller waits for the order's answer. */
  verdictTimeoutMs: number;
  /** How long orders that are placed here are tried, where that is not as usual. */
  patience: Patience;
  /** How much an order placed here may be told. */
  orderLimits: OrderLimits;
  log: Log;
};
