import type { RunEntry } from '@waybill/contracts/domain';
import type { OrderOverrides, RunOverrides } from '@waybill/contracts/settings';
import type { RunSnapshot } from '@waybill/graphql';
import type { Runs } from '@waybill/orders-client';
import type { Log } from '@waybill/platform';
import type { Feed, RunChange } from '../live/change-feed.ts';
import type { createRunChangeFilters } from '../live/run-change-filter.ts';
import type { RunSnapshots } from '../live/run-snapshot.ts';
import type { RunSource } from '../live/run-source.ts';
import type { Watches } from '../live/watches.ts';
import type { RunBook } from '../order-book.ts';
import type { Quota } from './quota.ts';
import type { ObserveVerdict } from './timed-verdict.ts';

export type RunWatches = Watches<RunSnapshot, RunEntry>;

/** What the ports to runs of all requests share. */
export type RunPortDependencies = {
  runs: Runs;
  book: RunBook;
  snapshots: RunSnapshots;
  source: RunSource;
  watches: RunWatches;
  changeFeed: Feed<RunChange>;
  changeFilters: ReturnType<typeof createRunChangeFilters>;
  quota: Quota;
  now: () => Date;
  newCommandId: () => string;
  /** How long a command's caller waits for the run's verdict. */
  verdictTimeoutMs: number;
  observeVerdict?: ObserveVerdict | undefined;
  /** What the orders of a standing order get instead of the defaults. */
  overrides: OrderOverrides;
  /** What runs get instead of the defaults. */
  runOverrides: RunOverrides;
  log: Log;
};
