import type { RunEntry } from '@waybill/contracts/domain';
import type { RunOverrides } from '@waybill/contracts/settings';
import type { RunSnapshot } from '@waybill/graphql';
import type { Runs } from '@waybill/orders-client';
import type { Feed, RunChange } from '../live/change-feed.ts';
import type { RunBook } from '../live/order-book.ts';
import type { createRunChangeFilters } from '../live/run-change-filter.ts';
import type { RunSnapshots } from '../live/run-snapshot.ts';
import type { RunSource } from '../live/run-source.ts';
import type { Watches } from '../live/watch/watches.ts';
import type { SharedDependencies } from './dependencies.ts';

/** The dependencies of the ports to runs, shared by all requests. */
export type RunPortDependencies = SharedDependencies & {
  runs: Runs;
  book: RunBook;
  snapshots: RunSnapshots;
  source: RunSource;
  watches: Watches<RunSnapshot, RunEntry>;
  changeFeed: Feed<RunChange>;
  changeFilters: ReturnType<typeof createRunChangeFilters>;
  /** The values that runs get instead of the defaults. */
  runOverrides: RunOverrides;
};
