import type { Driver } from './driver.ts';

/** Starts a standing order of one hour. */
export async function aStandingOrder(gateway: Driver): Promise<string> {
  const home =
    'shippingAddress: { street: "1 Main St", city: "Springfield", state: "IL", zip: "62701", country: "US" }';
  const { startStandingOrder } = await gateway.told<{ startStandingOrder: { run: { id: string } } }>(`mutation {
    startStandingOrder(input: { every: "PT1H", order: {
      customerId: "CUST-1", customerEmail: "ada@example.com", items: [{ sku: "BOOK-001", quantity: 1 }], ${home}
    } }) { ... on StartStandingOrderPayload { run { id } } ... on Error { message } }
  }`);
  return startStandingOrder.run.id;
}
