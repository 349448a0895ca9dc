/** A call of the log of calls to the providers. */
export const aCall = {
  cursor: '42',
  at: '2026-01-01T00:00:00.000Z',
  orderId: 'ORD-1',
  operation: 'payment.capture',
  attempt: 1,
  outcome: 'success',
  pinned: false,
};
