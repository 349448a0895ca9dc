import { connect, type PlaceOrderInput, type Waybill } from '@waybill/client';
import { aBrowser } from '../../services/gateway/test/support/chromium.ts';
import { buildDashboard } from '../../tools/stack/src/start/dashboard.ts';
import { type System, withSystem } from '../orders/system.ts';

export type Shop = Awaited<ReturnType<typeof openShop>>;
type Addresses = System['stack']['addresses'];

/** The whole system with the dashboard of this source, a browser, and an operator's client; and where its services are. */
export async function withShop(work: (shop: Shop, addresses: Addresses) => Promise<void>): Promise<void> {
  await buildDashboard({ say: console.error, signal: AbortSignal.timeout(240_000) });
  await withSystem(async ({ stack: { addresses } }) => {
    const shop = await openShop(addresses.gateway);
    try {
      await work(shop, addresses);
    } finally {
      shop.client.close();
      await shop.browser.close();
    }
  });
}

async function openShop(url: string) {
  const { operator: token } = (await (await fetch(`${url}/dev/tokens`)).json()) as { operator: string };
  return { url, token, browser: await aBrowser(), client: connect({ url: `${url}/graphql`, token }) };
}

/** An order that a manager must approve. Resolves once it waits. */
export async function placeWaiting(client: Waybill, id: string): Promise<void> {
  const input: PlaceOrderInput = {
    orderId: id,
    customerId: 'ada',
    customerEmail: 'ada@example.com',
    requiresApproval: true,
    items: [{ sku: 'MUG-001', quantity: 1 }],
    shippingAddress: { street: '1 First Street', city: 'London', zip: 'N1 7AA', country: 'GB' },
  };
  await client.orders.place(input);
  await client.orders.waitFor(id, 'AWAITING_APPROVAL');
}
