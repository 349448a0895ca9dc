import type { OrderPort, OrderSnapshot } from '@waybill/graphql';
import type { Caller } from './caller.ts';
import { commanding } from './command.ts';
import { commandScope } from './command-scope.ts';
import type { Surroundings } from './dependencies.ts';
import { type Find, finding } from './order-lookup.ts';
import { paging } from './order-page.ts';
import { placing } from './order-placement.ts';
import { streams } from './order-streams.ts';
import { timelines } from './timeline.ts';

/** Orders, for one caller at a time. */
export function orderDesks(surroundings: Surroundings): (caller: Caller) => OrderPort {
  const findFor = finding(surroundings);
  const page = paging(surroundings);
  const timeline = timelines(surroundings);

  return (caller) => {
    const { find, findMany } = findFor(caller.viewer);
    const seen = seenBy(find);
    const command = commandScope(commanding(surroundings, caller), caller, surroundings.newCommandId);
    return {
      place: placing(surroundings, caller, find),
      command: (told) => command(told, seen.justNow),
      find: seen.find,
      findMany,
      page,
      timeline,
      ...streams(surroundings, caller, seen.justNow),
    };
  };
}

/** The schema looks at an order before it tells or follows it: one look is enough for both. */
function seenBy(find: Find) {
  const looks = new Map<string, OrderSnapshot>();
  return {
    find: async (id: string) => {
      const order = await find(id);
      if (order) looks.set(id, order);
      return order;
    },
    justNow: async (id: string) => {
      const look = looks.get(id) ?? (await find(id));
      looks.delete(id);
      return look;
    },
  };
}
