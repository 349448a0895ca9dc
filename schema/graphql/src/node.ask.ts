import { builder, type Context } from './builder/builder.ts';
import { badUserInput } from './builder/request-errors.ts';
import { calls, callsToFind } from './cost/call-cost.ts';
import { Node } from './node/node.ts';
import { findManyVisible, findVisible } from './order/visibility.ts';
import { couldBeRun, findManyVisibleRuns, findVisibleRun } from './run/visibility.ts';

// How to query an order or a run by its id.

builder.queryField('node', (t) =>
  t.field({
    type: Node,
    nullable: true,
    description: 'An object by id; null if it does not exist or is not visible to the viewer.',
    args: { id: t.arg.id({ required: true, description: 'Id of an order or a run.' }) },
    complexity: calls(callsToFind),
    resolve: (_, { id }, context) => (couldBeRun(id) ? findVisibleRun(id, context) : findVisible(id, context)),
  }),
);

const idsAtMost = 100;

builder.queryField('nodes', (t) =>
  t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description:
      'Objects by id, in the order of the ids; null for each that does not exist or is not visible to the viewer.',
    args: { ids: t.arg.idList({ required: true, description: `Up to ${idsAtMost} ids.` }) },
    // At most two calls to the book for all of them, and two to the engine for each.
    complexity: ({ ids }) => {
      const multiplier = Math.min(ids.length, idsAtMost);
      return { field: calls(2 + 2 * multiplier), multiplier };
    },
    resolve: (_, { ids }, context) => findMany(upTo(idsAtMost, ids), context),
  }),
);

async function findMany(ids: string[], context: Context) {
  const [orders, runs] = await Promise.all([findManyVisible(ids, context), findManyVisibleRuns(ids, context)]);
  return ids.map((id, at) => orders[at] ?? runs.get(id) ?? null);
}

function upTo(most: number, ids: string[]): string[] {
  if (ids.length > most) throw badUserInput(`ids must have at most ${most} entries`);
  return ids;
}
