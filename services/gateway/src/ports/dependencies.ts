import type { JournalEntry } from '@waybill/contracts/domain';
import type { OrderOverrides } from '@waybill/contracts/settings';
import type { OrderSnapshot } from '@waybill/graphql';
import type { Orders } from '@waybill/orders-client';
import type { Log } from '@waybill/platform';
import type { ChangeFeed } from '../live/change-feed.ts';
import type { ChangeFilters } from '../live/change-filter.ts';
import type { Book } from '../live/order-book.ts';
import type { OrderSnapshots } from '../live/order-snapshot.ts';
import type { OrderSource } from '../live/order-source.ts';
import type { Watches } from '../live/watch/watches.ts';
import type { Quota } from './quota.ts';
import type { FollowList } from './streams.ts';
import type { ObserveVerdict } from './verdict-time.ts';

/** The dependencies that ports to orders and to runs have in common. */
export type SharedDependencies = {
  /** The quota that operations are charged to. */
  quota: Quota;
  followList: FollowList;
  now: () => Date;
  newCommandId: () => string;
  /** How long the caller of a command waits for its verdict. */
  verdictTimeoutMs: number;
  observeVerdict?: ObserveVerdict | undefined;
  /** The values that orders placed here, or by a standing order, get instead of the defaults. */
  overrides: OrderOverrides;
  log: Log;
};

/** The dependencies of the ports to orders, shared by all requests. */
export type PortDependencies = SharedDependencies & {
  orders: Orders;
  book: Book;
  snapshots: OrderSnapshots;
  source: OrderSource;
  watches: Watches<OrderSnapshot, JournalEntry>;
  changeFeed: ChangeFeed;
  changeFilters: ChangeFilters;
};
