import type { Driver } from './driver.ts';

/** An order that waits for a manager. */
export async function placeOrder(gateway: Driver, input = '', headers: Record<string, string> = {}): Promise<string> {
  const { placeOrder: placed } = await gateway.told<{ placeOrder: { order: { id: string } } }>(placing(input), headers);
  return placed.order.id;
}

export const placing = (input = '') => `mutation {
  placeOrder(input: {
    customerId: "CUST-1", customerEmail: "ada@example.com", requiresApproval: true, ${input}
    items: [{ sku: "BOOK-001", quantity: 2 }]
    shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }
  }) {
    __typename
    ... on PlaceOrderPayload { order { id status revision } }
    ... on IdempotencyConflict { orderId }
    ... on InvalidInput { fields { path message } }
  }
}`;

/** An order that waits for a manager, and whose book says so. */
export async function aWaitingOrder(gateway: Driver): Promise<string> {
  const id = await placeOrder(gateway);
  const told = gateway.follow(`subscription { orderChanged(id: "${id}") { status } }`);
  for await (const { data } of told) {
    if ((data?.orderChanged as { status: string } | undefined)?.status === 'AWAITING_APPROVAL') break;
  }
  return id;
}

export const approving = (id: string, commandId = 'approve-1', note = 'fine') => `mutation {
  approveOrder(input: { orderId: "${id}", commandId: "${commandId}", note: "${note}" }) {
    __typename
    ... on ApproveOrderPayload { order { id status } }
    ... on IdempotencyConflict { orderId }
    ... on OrderClosed { status }
    ... on VerdictPending { commandId }
  }
}`;

export const rejecting = (id: string, commandId = 'reject-1') => `mutation {
  rejectOrder(input: { orderId: "${id}", commandId: "${commandId}", reason: "too dear" }) {
    __typename
    ... on RejectOrderPayload { order { id status } }
    ... on IdempotencyConflict { orderId }
    ... on OrderClosed { status }
  }
}`;

export const changed = (id: string) => `subscription { orderChanged(id: "${id}") { status revision closedAt } }`;
export const events = (id: string, after?: number) =>
  `subscription { orderEvents(id: "${id}"${after === undefined ? '' : `, after: "${after}"`}) { seq type } }`;
