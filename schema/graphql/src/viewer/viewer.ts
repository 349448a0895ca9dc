import { builder, type Context, type Viewer } from '../builder.ts';
import { unauthenticated } from '../request-errors.ts';

// What a viewer looks like.

const RoleEnum = builder.enumType('Role', {
  description: 'Role of a user.',
  values: {
    CUSTOMER: { description: 'Sees and changes only their own orders.' },
    MANAGER: { description: 'Sees all orders; approves, rejects and restocks.' },
    OPERATOR: { description: 'Has all rights of a manager, and controls fault injection.' },
  },
});

const ViewerType = builder.objectRef<Viewer>('Viewer').implement({
  description: 'The authenticated user.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the user; for customers, the customer id of their orders.' }),
    role: t.field({ type: RoleEnum, description: 'Role, which determines the rights.', resolve: ({ role }) => role }),
  }),
});

// How to ask for one.

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerType,
    description: 'The authenticated user.',
    resolve: (_, _args, context) => viewerOf(context),
  }),
);

/** Whoever is asking. Authorization has seen to it that there is someone. */
export function viewerOf({ viewer }: Context): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}
