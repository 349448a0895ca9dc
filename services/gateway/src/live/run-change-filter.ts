import type { RunFilter } from '@waybill/contracts';
import type { RunState } from '@waybill/contracts/domain';
import type { RunsChange } from '@waybill/graphql';
import type { RunChange } from './change-feed.ts';
import type { RunSnapshots } from './run-snapshot.ts';

/**
 * Translates changes of runs into changes of a filtered list. Whatever the filter, the result is one of two objects for each
 * change, so that it is rendered once for all subscribers.
 */
export function createRunChangeFilters({ fromBook }: Pick<RunSnapshots, 'fromBook'>) {
  const known = new WeakMap<RunChange, Record<RunsChange['kind'], RunsChange>>();
  const translate = ({ booked, cursor }: RunChange) => {
    const run = fromBook(booked);
    return { MATCHES: { kind: 'MATCHES', run, cursor }, LEFT: { kind: 'LEFT', run, cursor } } as const;
  };
  return (filter: RunFilter) =>
    (change: RunChange): RunsChange | undefined => {
      const kind = kindFor(filter, change);
      if (!kind) return undefined;
      const translations = known.get(change) ?? translate(change);
      known.set(change, translations);
      return translations[kind];
    };
}

/** The effect of a change on the filtered list; undefined if there is none. Only a run's status can change it. */
function kindFor(filter: RunFilter, { booked, previousStatus }: RunChange): RunsChange['kind'] | undefined {
  if (passes(filter, booked.run)) return 'MATCHES';
  return previousStatus && passes(filter, { ...booked.run, status: previousStatus }) ? 'LEFT' : undefined;
}

/** The rule that the order book applies to its pages, too. */
const passes = (filter: RunFilter, run: Pick<RunState, 'kind' | 'status' | 'startedBy' | 'about'>): boolean =>
  (filter.kind?.includes(run.kind) ?? true) &&
  (filter.status?.includes(run.status) ?? true) &&
  (filter.startedBy ?? run.startedBy) === run.startedBy &&
  (filter.about ?? run.about) === run.about;
