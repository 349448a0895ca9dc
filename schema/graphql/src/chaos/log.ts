import { ChaosSubject } from '@waybill/contracts';
import { builder } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';
import { calls } from '../cost/call-cost.ts';
import { createConnection } from '../page/connection.ts';
import { forwardArguments, pageCost, parsePage } from '../page/page.ts';
import type { ChaosLogEntry as Entry } from './port.ts';

// The log of calls to the providers: for operators.

const ChaosLogEntry = builder.objectRef<Entry>('ChaosLogEntry').implement({
  description: 'Outcome of one call to a provider.',
  fields: (t) => ({
    cursor: t.expose('cursor', { type: 'Cursor', description: 'Cursor to resume `chaosLogged` after this entry.' }),
    at: t.expose('at', { type: 'DateTime', description: 'Time of the call.' }),
    orderId: t.exposeID('orderId', {
      nullable: true,
      description: 'Id of the order or run for which the call was made; null if it was made for neither.',
    }),
    operation: t.exposeString('operation', { description: 'Provider and operation, for example "payment.authorize".' }),
    attempt: t.exposeInt('attempt', { description: 'Number of this call of the operation for the order, from 1.' }),
    outcome: t.exposeString('outcome', { description: 'Outcome of the call, for example "success" or "timeout".' }),
    pinned: t.exposeBoolean('pinned', { description: 'Whether the outcome was pinned.' }),
  }),
});

const ChaosLogConnection = createConnection(ChaosLogEntry, {
  name: 'ChaosLog',
  description: 'A page of the log of calls to the providers, newest first.',
  entries: 'calls',
});

const orderId = 'Only calls for this order or run; all calls if omitted.';

builder.queryField('chaosLog', (t) =>
  t.field({
    type: ChaosLogConnection,
    description: 'Calls to the providers with their outcomes, newest first. Operators only.',
    args: {
      orderId: t.arg.id({ description: orderId }),
      operation: t.arg.string({ description: 'Only calls of this operation; all operations if omitted.' }),
      ...forwardArguments(t.arg),
    },
    authScopes: { operator: true },
    complexity: pageCost,
    resolve: (_, args, { chaos, limits }) =>
      chaos.log({
        ...parsePage({ first: args.first, after: args.after }, limits.page),
        ...(args.orderId ? { orderId: subject(args.orderId) } : {}),
        ...(args.operation ? { operation: operation(args.operation) } : {}),
      }),
  }),
);

builder.subscriptionField('chaosLogged', (t) =>
  t.field({
    type: ChaosLogEntry,
    description: 'Each call to the providers, once its outcome is final. Operators only.',
    args: {
      orderId: t.arg.id({ description: orderId }),
      after: t.arg({ type: 'Cursor', description: 'Only entries after this cursor. Starts now if omitted.' }),
    },
    authScopes: { operator: true },
    complexity: calls(3),
    subscribe: (_, args, { chaos }) => chaos.follow(args.orderId ? subject(args.orderId) : null, args.after ?? null),
    resolve: (entry) => entry,
  }),
);

function subject(id: string): string {
  const { success, error } = ChaosSubject.safeParse(id);
  if (!success) throw badUserInput(`orderId ${error.issues[0]?.message}`);
  return id;
}

function operation(name: string): string {
  if (!/^[a-z_.]{1,100}$/.test(name))
    throw badUserInput('operation must be a provider and an operation, such as "payment.authorize"');
  return name;
}
