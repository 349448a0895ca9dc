import type { OrderOverrides } from '@waybill/contracts/settings';
import type { Orders } from '@waybill/orders-client';
import type { Log } from '@waybill/platform';
import type { Changes } from '../live/change-feed.ts';
import type { Meanings } from '../live/change-filter.ts';
import type { Watching } from '../live/order-watches.ts';
import type { Snapshots } from '../live/snapshot.ts';
import type { Book } from '../order-book.ts';
import type { Quota } from './quota.ts';

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
  /** What enters with the orders that are placed here, where that is not as usual. */
  overrides: OrderOverrides;
  log: Log;
};
