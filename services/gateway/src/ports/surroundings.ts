import type { OrderLimits, PlacedOrder } from '@waybill/contracts/words';
import type { Orders } from '@waybill/orders-client';
import type { Log } from '@waybill/platform';
import type { Book } from '../book.ts';
import type { Allowance } from '../execution/limits/allowance.ts';
import type { Changes } from '../live/changes.ts';
import type { Meanings } from '../live/filter.ts';
import type { Snapshots } from '../live/snapshot.ts';
import type { Watching } from '../live/watching.ts';

export type Patience = Pick<PlacedOrder, 'patience' | 'limitMs'>;

/** What the desks of all requests share. */
export type Surroundings = {
  orders: Orders;
  book: Book;
  snapshots: Snapshots;
  watching: Watching;
  changes: Changes;
  meanings: Meanings;
  /** What each user may spend, which operations are paid from as well. */
  allowance: Allowance;
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
