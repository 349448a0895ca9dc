import type { OrderPort, OrderSnapshot } from '@waybill/graphql';
import type { Caller } from './caller.ts';
import { createCommand } from './command.ts';
import { scopeCommandIds } from './command-scope.ts';
import type { PortDependencies } from './dependencies.ts';
import { createOrderCounts } from './order-counts.ts';
import { createOrderLookup, type FindOrder } from './order-lookup.ts';
import { createFullJournal, createPageReader } from './order-page.ts';
import { createPlacement } from './order-placement.ts';
import { createOrderStreams } from './order-streams.ts';
import { createTimeline } from './timeline.ts';

/** The schema's port to orders, for one caller at a time. */
export function createOrderPort(dependencies: PortDependencies): (caller: Caller) => OrderPort {
  const findFor = createOrderLookup(dependencies);
  const page = createPageReader(dependencies);
  const timeline = createTimeline(dependencies);
  const countsFor = createOrderCounts(dependencies);
  const journal = createFullJournal(dependencies);

  return (caller) => {
    const { find, findMany } = findFor(caller.viewer);
    const lookups = rememberLookups(find);
    const command = scopeCommandIds(createCommand(dependencies, caller), caller, dependencies.newCommandId);
    return {
      place: createPlacement(dependencies, caller, find),
      command: (sent) => command(sent, lookups.takeOrFind),
      find: lookups.find,
      findMany,
      page,
      timeline,
      journal,
      ...countsFor(caller),
      ...createOrderStreams(dependencies, caller, lookups.takeOrFind),
    };
  };
}

/** The schema authorizes an order before it sends a command or follows it: one lookup serves both. */
function rememberLookups(find: FindOrder) {
  const found = new Map<string, OrderSnapshot>();
  return {
    find: async (id: string) => {
      const order = await find(id);
      if (order) found.set(id, order);
      return order;
    },
    takeOrFind: async (id: string) => {
      const order = found.get(id) ?? (await find(id));
      found.delete(id);
      return order;
    },
  };
}
