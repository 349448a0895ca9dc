import { builder } from '../builder/builder.ts';
import { calls, callsToCommand } from '../cost/call-cost.ts';
import { InvalidInput } from '../error/errors.ts';
import { RunConflict } from './errors.ts';
import { GreetingRun } from './greeting.ts';
import { GreetInput, StartPaymentInput, StartStandingOrderInput, StartUserContextInput } from './inputs.ts';
import { parseGreeting, parsePayment, parseStandingOrder, parseUserContext } from './parse-start.ts';
import { createRunPayload } from './payload.ts';
import { PaymentRun } from './payment.ts';
import { StandingOrder } from './standing-order.ts';
import { UserContextRun } from './user-context.ts';

// How to start one.

const errors = [InvalidInput, RunConflict];
const complexity = calls(callsToCommand);

builder.mutationField('startUserContext', (t) =>
  t.field({
    type: createRunPayload<'USER_CONTEXT'>(
      'StartUserContextPayload',
      UserContextRun,
      'Result of a successful `startUserContext`.',
    ),
    description: "Starts a workflow that gathers a user's location, the weather there, and a cat fact.",
    errors: {
      types: errors,
      union: { name: 'StartUserContextResult', description: 'Result of `startUserContext`.' },
    },
    args: { input: t.arg({ type: StartUserContextInput, required: true, description: 'The user.' }) },
    complexity,
    authScopes: (_, { input }) => (input.userId ? { contextsOf: input.userId } : { signedIn: true }),
    resolve: async (_, { input }, context) => ({ run: await context.runs.start(parseUserContext(input, context)) }),
  }),
);

builder.mutationField('startPayment', (t) =>
  t.field({
    type: createRunPayload<'PAYMENT'>('StartPaymentPayload', PaymentRun, 'Result of a successful `startPayment`.'),
    description: 'Starts a workflow that authorizes and captures one amount.',
    errors: { types: errors, union: { name: 'StartPaymentResult', description: 'Result of `startPayment`.' } },
    args: { input: t.arg({ type: StartPaymentInput, required: true, description: 'The payment.' }) },
    complexity,
    authScopes: (_, { input }) => ({ ordersFor: input.customerId }),
    resolve: async (_, { input }, { runs }) => ({ run: await runs.start(parsePayment(input)) }),
  }),
);

builder.mutationField('greet', (t) =>
  t.field({
    type: createRunPayload<'GREETING'>('GreetPayload', GreetingRun, 'Result of a successful `greet`.'),
    description: 'Starts a workflow that composes a greeting.',
    errors: { types: errors, union: { name: 'GreetResult', description: 'Result of `greet`.' } },
    args: { input: t.arg({ type: GreetInput, required: true, description: 'Name to greet.' }) },
    complexity,
    resolve: async (_, { input }, { runs }) => ({ run: await runs.start(parseGreeting(input)) }),
  }),
);

builder.mutationField('startStandingOrder', (t) =>
  t.field({
    type: createRunPayload<'STANDING_ORDER'>(
      'StartStandingOrderPayload',
      StandingOrder,
      'Result of a successful `startStandingOrder`.',
    ),
    description: 'Starts a workflow that places an order each period, with the permissions of the viewer.',
    errors: {
      types: errors,
      union: { name: 'StartStandingOrderResult', description: 'Result of `startStandingOrder`.' },
    },
    args: {
      input: t.arg({ type: StartStandingOrderInput, required: true, description: 'The order and its schedule.' }),
    },
    complexity,
    authScopes: (_, { input }) => ({ ordersFor: input.order.customerId }),
    resolve: async (_, { input }, context) => ({
      run: await context.runs.start(await parseStandingOrder(input, context)),
    }),
  }),
);
