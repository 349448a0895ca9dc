/** A whole order as the gateway returns it, so that any selection can be executed. */
export const anOrder = (changes: object = {}) => ({
  __typename: 'Order',
  id: 'ORD-1',
  customerId: 'ada',
  status: 'PROCESSING',
  progress: 10,
  health: 'OK',
  plan: 'AUTHORIZE_FIRST',
  revision: 1,
  steps: [],
  compensations: [],
  items: [],
  total: { amount: '1.00', currencyCode: 'USD' },
  shippingAddress: { street: '1 First Street', city: 'London', zip: 'N1', country: 'GB' },
  requiresApproval: false,
  availableActions: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  asOf: '2026-01-01T00:00:00.000Z',
  ...changes,
});

export const anEntry = (seq: number) => ({
  cursor: String(seq),
  seq,
  type: 'STEP_STARTED',
  at: '2026-01-01T00:00:00.000Z',
});

export const aChange = (cursor: number) => ({
  kind: 'MATCHES',
  cursor: String(cursor),
  order: anOrder({ revision: cursor }),
});
