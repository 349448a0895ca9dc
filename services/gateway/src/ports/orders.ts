import type { OrderPort } from '@waybill/graphql';
import type { Caller } from './caller.ts';
import { createCommand } from './command.ts';
import { scopeCommandIds } from './command-scope.ts';
import type { PortDependencies } from './dependencies.ts';
import { createHistory } from './history.ts';
import { commandIdOf } from './idempotency-key.ts';
import { createLookupCache } from './lookup-cache.ts';
import { createOrderCounts } from './order-counts.ts';
import { createOrderLookup } from './order-lookup.ts';
import { createFullJournal, createPageReader } from './order-page.ts';
import { createPlacement } from './order-placement.ts';
import { createOrderStreams } from './order-streams.ts';
import { createTimeline } from './timeline.ts';

/**
 * The schema's port to orders, for one caller at a time. Every subscriber keeps one, so the dependencies of commands
 * are created for each command.
 */
export function createOrderPort(dependencies: PortDependencies): (caller: Caller) => OrderPort {
  const findFor = createOrderLookup(dependencies);
  const page = createPageReader(dependencies);
  const timeline = createTimeline(dependencies.source, dependencies.watches);
  const streamsFor = createOrderStreams(dependencies);
  const countsFor = createOrderCounts(dependencies);
  const journal = createFullJournal(dependencies);
  const history = createHistory(dependencies.orders.history);

  return (caller) => {
    const { find, findMany } = findFor(caller.viewer);
    const lookups = createLookupCache(find);
    return {
      place: (order) => createPlacement(dependencies, caller, find)(order),
      async command(sent) {
        const command = scopeCommandIds(createCommand(dependencies, caller), caller, dependencies.newCommandId);
        return command({ ...sent, commandId: commandIdOf(sent, caller) }, lookups.takeOrFind);
      },
      find: lookups.find,
      findMany,
      page,
      timeline,
      journal,
      history,
      ...countsFor(caller),
      ...streamsFor(caller, lookups.takeOrFind),
    };
  };
}
