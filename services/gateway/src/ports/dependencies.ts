import type { OrderOverrides } from '@waybill/contracts/settings';
import type { Orders } from '@waybill/orders-client';
import type { Log } from '@waybill/platform';
import type { ChangeFeed } from '../live/change-feed.ts';
import type { ChangeFilters } from '../live/change-filter.ts';
import type { OrderWatches } from '../live/order-watches.ts';
import type { Snapshots } from '../live/snapshot.ts';
import type { Book } from '../order-book.ts';
import type { Quota } from './quota.ts';
import type { ObserveVerdict } from './timed-verdict.ts';

/** What the ports of all requests share. */
export type PortDependencies = {
  orders: Orders;
  book: Book;
  snapshots: Snapshots;
  watches: OrderWatches;
  changeFeed: ChangeFeed;
  changeFilters: ChangeFilters;
  /** The same that operations are charged to. */
  quota: Quota;
  now: () => Date;
  newCommandId: () => string;
  /** How long a command's caller waits for the order's verdict. */
  verdictTimeoutMs: number;
  observeVerdict?: ObserveVerdict | undefined;
  /** What orders that are placed here get instead of the defaults. */
  overrides: OrderOverrides;
  log: Log;
};
