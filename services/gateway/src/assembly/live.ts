import { type Budget, createBudget } from '../live/budget.ts';
import { createCallFeed } from '../live/call-feed.ts';
import { createChangeFeed, createRunChangeFeed } from '../live/change-feed.ts';
import { createChangeFilters } from '../live/change-filter.ts';
import { createOrderSnapshots } from '../live/order-snapshot.ts';
import { createOrderSource } from '../live/order-source.ts';
import { createRunChangeFilters } from '../live/run-change-filter.ts';
import { createRunSnapshots } from '../live/run-snapshot.ts';
import { createRunSource } from '../live/run-source.ts';
import { createWatches } from '../live/watch/watches.ts';
import type { GatewayOptions } from './gateway-options.ts';

export type Live = ReturnType<typeof createLive>;

/** An order is written to the order book before its workflow ends; the write may take this long. */
const bookLagMs = 1_000;

/** The objects that are watched while they have subscribers: orders, runs, and the calls to the providers. */
export function createLive(options: GatewayOptions) {
  const { orders, book, limits, log, now, linkTo } = options;
  const snapshots = createOrderSnapshots(now, linkTo);
  const source = createOrderSource({ orders, book, snapshots });
  const changeFeed = createChangeFeed(book, log);
  const longPolls = createBudget(limits.longPolls);
  const watches = createWatches({ source, changes: changeFeed, longPolls, bookLagMs, log });
  const runs = createLiveRuns(options, longPolls);
  const calls = createCallFeed(options.providers.chaos, log);
  const stop = () => {
    watches.stop();
    changeFeed.stop();
    calls.stop();
    runs.watches.stop();
    runs.changeFeed.stop();
  };
  return { snapshots, source, changeFeed, changeFilters: createChangeFilters(snapshots), watches, runs, calls, stop };
}

/** Runs are watched like orders, and share their budget of long polls. */
function createLiveRuns({ runs, book, log, now, linkToRun }: GatewayOptions, longPolls: Budget) {
  const snapshots = createRunSnapshots(now, linkToRun);
  const source = createRunSource({ runs, book: book.runs, snapshots });
  const changeFeed = createRunChangeFeed(book.runs, log);
  const watches = createWatches({ source, changes: changeFeed, longPolls, bookLagMs, log });
  return { snapshots, source, changeFeed, changeFilters: createRunChangeFilters(snapshots), watches };
}
