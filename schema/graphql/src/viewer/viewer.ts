import { builder, type Context, type Viewer } from '../builder/builder.ts';
import { describeValues } from '../builder/describe-values.ts';
import { unauthenticated } from '../builder/request-errors.ts';
import { actionsOf, viewerActions } from '../builder/scopes.ts';

// The type of a viewer.

const RoleEnum = builder.enumType('Role', {
  description: 'Role of a user.',
  values: {
    CUSTOMER: { description: 'Sees and changes only their own orders.' },
    MANAGER: { description: 'Sees all orders; approves, rejects, refunds and restocks.' },
    OPERATOR: {
      description: 'Has all permissions of a manager; intervenes in failing orders and controls fault injection.',
    },
  },
});

const ViewerAction = builder.enumType('ViewerAction', {
  description: 'An action that a viewer may be permitted.',
  values: describeValues(viewerActions, {
    PLACE_ORDERS: 'Place orders; customers for themselves only.',
    DECIDE_ORDERS: 'Approve and reject orders.',
    OPERATE: "Intervene in failing orders, and see the engine's histories.",
    CONTROL_CHAOS: 'Control fault injection.',
    RESTOCK: 'Add units to the stock of products.',
    START_RUNS: 'Start other workflows; customers for themselves only.',
    REFUND: 'Refund payments.',
  }),
});

const ViewerType = builder.objectRef<Viewer>('Viewer').implement({
  description: 'The authenticated user.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the user; for customers, the customer id of their orders.' }),
    role: t.field({
      type: RoleEnum,
      description: 'Role, which determines the permissions.',
      resolve: ({ role }) => role,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: "Time at which the viewer's token expires and its subscriptions end; null if it does not expire.",
      resolve: (_, _args, { expiresAt }) => expiresAt,
    }),
    actions: t.field({ type: [ViewerAction], description: 'Permitted actions of the viewer.', resolve: actionsOf }),
  }),
});

// How to query one.

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerType,
    description: 'The authenticated user.',
    resolve: (_, _args, context) => viewerOf(context),
  }),
);

/** The viewer. Authorization has ensured that there is one. */
export function viewerOf({ viewer }: Context): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}
