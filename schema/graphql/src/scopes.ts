export type Viewer = { id: string; role: 'CUSTOMER' | 'MANAGER' | 'OPERATOR' };

/** Managers and operators. */
export const isStaff = ({ role }: Viewer): boolean => role !== 'CUSTOMER';

type Asking = { viewer: Viewer | null };

/** The scopes that fields and types ask for. */
export const scopesOf = ({ viewer }: Asking) => ({
  signedIn: viewer !== null,
  staff: viewer !== null && isStaff(viewer),
  operator: viewer?.role === 'OPERATOR',
  ordersFor: (customerId: string) => viewer !== null && (isStaff(viewer) || viewer.id === customerId),
});

/** All of a viewer that scopes and `visibility.ts` depend on: viewers with equal rights get the same result for the same data. */
export const rightsOf = ({ viewer }: Asking): readonly (string | undefined)[] =>
  viewer?.role === 'CUSTOMER' ? [viewer.role, viewer.id] : [viewer?.role];
