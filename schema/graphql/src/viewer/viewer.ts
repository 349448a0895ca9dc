import { builder, type Context, type Viewer } from '../builder.ts';
import { unauthenticated } from '../request-errors.ts';

// What a viewer looks like.

const RoleEnum = builder.enumType('Role', {
  description: 'What someone is to this shop.',
  values: {
    CUSTOMER: { description: 'Sees and changes own orders only.' },
    MANAGER: { description: 'Sees all orders; approves, rejects and restocks.' },
    OPERATOR: { description: 'May do all that a manager may, and governs the faults.' },
  },
});

const ViewerType = builder.objectRef<Viewer>('Viewer').implement({
  description: 'Whoever is asking, as the token says.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'For a customer, the customer id of its orders.' }),
    role: t.field({ type: RoleEnum, description: 'What decides its rights.', resolve: ({ role }) => role }),
  }),
});

// How to ask for one.

builder.queryField('viewer', (t) =>
  t.field({ type: ViewerType, description: 'Who is asking.', resolve: (_, _args, context) => viewerOf(context) }),
);

/** Whoever is asking. Authorization has seen to it that there is someone. */
export function viewerOf({ viewer }: Context): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}
