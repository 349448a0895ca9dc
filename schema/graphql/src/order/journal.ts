import type { JournalEntry as Entry } from '@waybill/contracts/domain';
import { builder } from '../builder.ts';
import { calls, callsToFind } from '../call-cost.ts';
import { createConnection } from '../page/connection.ts';
import { forwardArguments, pageCost, parsePage } from '../page/page.ts';
import { badUserInput } from '../request-errors.ts';
import { OrderEventType } from './enums.ts';
import { OrderEvent } from './event.ts';
import { Order } from './order.ts';
import { findVisible } from './visibility.ts';

// The journal of all orders: who did what, and when.

const JournalEntry = builder.objectRef<{ orderId: string; entry: Entry }>('JournalEntry').implement({
  description: 'An entry in the journal of all orders.',
  fields: (t) => ({
    orderId: t.exposeID('orderId', { description: 'Id of the order.' }),
    order: t.field({
      type: Order,
      nullable: true,
      description: 'The order as it is now.',
      complexity: calls(callsToFind),
      resolve: ({ orderId }, _args, context) => findVisible(orderId, context),
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
      actor: t.arg.string({ description: 'Only entries that this person or system caused.' }),
      from: t.arg({ type: 'DateTime', description: 'Only entries of this time or later.' }),
      to: t.arg({ type: 'DateTime', description: 'Only entries before this time.' }),
      ...forwardArguments(t.arg),
    },
    authScopes: { staff: true },
    complexity: pageCost,
    resolve: (_, { first, after, type, ...asked }, { orders, limits }) => {
      for (const [name, value] of Object.entries(asked)) if ((value?.length ?? 0) > idAtMost) throw tooLong(name);
      const given = Object.entries({ ...asked, type }).filter(([, value]) => value !== null && value !== undefined);
      return orders.journal({ ...Object.fromEntries(given), ...parsePage({ first, after }, limits.page) });
    },
  }),
);

const tooLong = (argument: string) => badUserInput(`${argument} must be at most ${idAtMost} characters`);
