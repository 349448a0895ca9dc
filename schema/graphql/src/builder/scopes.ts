export type Viewer = { id: string; role: 'CUSTOMER' | 'MANAGER' | 'OPERATOR' };

/** Managers and operators. */
export const isStaff = ({ role }: Viewer): boolean => role !== 'CUSTOMER';

export const viewerActions = [
  'PLACE_ORDERS',
  'DECIDE_ORDERS',
  'OPERATE',
  'CONTROL_CHAOS',
  'RESTOCK',
  'START_RUNS',
  'REFUND',
] as const;

const actionsByRole: Record<Viewer['role'], (typeof viewerActions)[number][]> = {
  CUSTOMER: ['PLACE_ORDERS', 'START_RUNS'],
  MANAGER: ['PLACE_ORDERS', 'START_RUNS', 'DECIDE_ORDERS', 'RESTOCK', 'REFUND'],
  OPERATOR: [...viewerActions],
};

/** The rights of a viewer, besides reading: the scopes below in the form that clients get. */
export const actionsOf = ({ role }: Viewer) => actionsByRole[role];

type Asking = { viewer: Viewer | null };

/** The scopes that fields and types require. */
export const scopesOf = ({ viewer }: Asking) => ({
  signedIn: viewer !== null,
  staff: viewer !== null && isStaff(viewer),
  operator: viewer?.role === 'OPERATOR',
  contextsOf: (userId: string) => viewer !== null && (isStaff(viewer) || viewer.id === userId),
  ordersFor: (customerId: string) => viewer !== null && (isStaff(viewer) || viewer.id === customerId),
});

/**
 * The properties of a viewer that scopes and `visibility.ts` depend on: viewers with equal rights get the same result
 * for the same data. Managers have the same rights to all orders, and to runs others than their own.
 */
export const rightsOf = ({ viewer }: Asking, of: 'orders' | 'runs' = 'orders'): readonly (string | undefined)[] =>
  viewer && (viewer.role === 'CUSTOMER' || (of === 'runs' && viewer.role === 'MANAGER'))
    ? [viewer.role, viewer.id]
    : [viewer?.role];
