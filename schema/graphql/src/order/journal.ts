import type { JournalEntry as Entry } from '@waybill/contracts/domain';
import { builder, type Context } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';
import { calls, callsToFind } from '../cost/call-cost.ts';
import { withoutNulls } from '../error/without-nulls.ts';
import { createConnection } from '../page/connection.ts';
import { forwardArguments, pageCost, parsePage } from '../page/page.ts';
import type { Page } from '../page/port.ts';
import { OrderEventType } from './enums.ts';
import { OrderEvent } from './event.ts';
import { Order } from './order.ts';
import type { OrderSnapshot } from './port.ts';
import { findManyVisible } from './visibility.ts';

// The audit log: the journal of all orders.

/** `order`: the orders of all entries of a page are looked up in one call. */
type Listed = { orderId: string; entry: Entry; order: (context: Context) => Promise<OrderSnapshot | null> };

const JournalEntry = builder.objectRef<Listed>('JournalEntry').implement({
  description: 'An entry in the journal of all orders.',
  fields: (t) => ({
    orderId: t.exposeID('orderId', { description: 'Id of the order.' }),
    order: t.field({
      type: Order,
      nullable: true,
      description: 'The current order; null if it is not in the order book.',
      complexity: calls(callsToFind),
      resolve: ({ order }, _args, context) => order(context),
    }),
    event: t.field({ type: OrderEvent, description: 'The entry.', resolve: ({ entry }) => entry }),
  }),
});

const JournalConnection = createConnection(JournalEntry, {
  name: 'Journal',
  description: 'A page of the journal of all orders, newest entry first.',
  entries: 'entries',
});

const idAtMost = 200;

builder.queryField('journal', (t) =>
  t.field({
    type: JournalConnection,
    description: 'The journal entries of all orders, newest first: the audit log. Managers and operators only.',
    args: {
      orderId: t.arg.id({ description: 'Only entries of this order.' }),
      type: t.arg({ type: [OrderEventType], description: 'Only entries of these types.' }),
      actor: t.arg.string({ description: 'Only entries caused by this person or system.' }),
      from: t.arg({ type: 'DateTime', description: 'Only entries at this time or later.' }),
      to: t.arg({ type: 'DateTime', description: 'Only entries before this time.' }),
      ...forwardArguments(t.arg),
    },
    authScopes: { staff: true },
    complexity: pageCost,
    resolve: async (_, { first, after, type, ...conditions }, { orders, limits }) => {
      for (const [name, value] of Object.entries(conditions)) refuseUnlessText(name, value);
      const query = { ...withoutNulls({ ...conditions, type }), ...parsePage({ first, after }, limits.page) };
      return withOrders(await orders.journal(query));
    },
  }),
);

function withOrders({ edges, ...page }: Page<Omit<Listed, 'order'>>): Page<Listed> {
  let found: ReturnType<typeof findManyVisible> | undefined;
  const orderAt = (at: number) => async (context: Context) => {
    found ??= findManyVisible(
      edges.map(({ node }) => node.orderId),
      context,
    );
    return (await found)[at] ?? null;
  };
  return { ...page, edges: edges.map(({ cursor, node }, at) => ({ cursor, node: { ...node, order: orderAt(at) } })) };
}

function refuseUnlessText(argument: string, value: string | null | undefined): void {
  if ((value?.length ?? 0) > idAtMost) throw badUserInput(`${argument} must be at most ${idAtMost} characters`);
  if (/\p{Cc}/u.test(value ?? '')) throw badUserInput(`${argument} must not contain control characters`);
}
