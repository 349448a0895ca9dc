import { fileURLToPath } from 'node:url';
import { connect, type PlaceOrderInput } from '@waybill/client';
import { chromium, type Page } from 'playwright-core';

const { WAYBILL_URL: url = 'http://127.0.0.1:4000', CHROMIUM: executablePath = '/usr/bin/chromium' } = process.env;
const folder = fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const sizes = { desktop: { width: 1_160, height: 650 }, phone: { width: 390, height: 780 } };

type Scene = { name: string; size: keyof typeof sizes; path: string; shows: (page: Page) => Promise<unknown> };

/** Takes the documentation's screenshots of the dashboard, from a system that `npm start` runs. */
async function takePictures(): Promise<void> {
  const tokens = await fetch(`${url}/dev/tokens`).catch(() => undefined);
  if (!tokens?.ok) throw new Error(`No system with development tokens listens at ${url}: run npm start first`);
  const { operator } = (await tokens.json()) as { operator: string };
  const scenes = scenesOf(await placeOrders(operator));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const { name, size, path, shows } of scenes) {
      const context = await browser.newContext({ viewport: sizes[size], colorScheme, reducedMotion: 'reduce' });
      await context.addInitScript((token) => sessionStorage.setItem('waybill:token', token), operator);
      const page = await context.newPage();
      await page.goto(url + path);
      await shows(page);
      await page.screenshot({ path: `${folder}${name}-${colorScheme}.png` });
      await context.close();
    }
  }
  await browser.close();
}

/** Places one order whose address the carrier refuses after all other steps, and some that wait for a manager. */
async function placeOrders(token: string): Promise<{ undone: string; waiting: string }> {
  const shop = connect({ url: `${url}/graphql`, token });
  const [undone, waiting] = [`ORD-${stamp()}`, `ORD-${stamp()}`];
  await shop.chaos.pin({
    orderId: undone,
    operation: 'shipping.label',
    outcomes: ['carrier_error', 'address_refused'],
  });
  await shop.orders.place(orderOf('grace', undone, ['LAMP-001', 'BOOK-001']));
  for (const [customer, ...skus] of [
    ['ada', 'KETTLE-001'],
    ['barbara', 'CHAIR-001', 'LAMP-001'],
    ['edsger', 'PEN-001', 'NOTE-001'],
  ] as const) {
    const input = orderOf(customer, customer === 'ada' ? waiting : `ORD-${stamp()}`, skus);
    await shop.orders.place({ ...input, requiresApproval: true, approvalTimeout: 'PT2H' });
  }
  shop.close();
  return { undone, waiting };
}

const scenesOf = ({ undone, waiting }: { undone: string; waiting: string }): readonly Scene[] => [
  {
    name: 'order',
    size: 'desktop',
    path: `/orders/${undone}`,
    shows: (page) => page.getByRole('heading', { name: /^Failed at .*compensated$/ }).waitFor({ timeout: 60_000 }),
  },
  {
    name: 'approvals',
    size: 'desktop',
    path: '/approvals',
    shows: (page) => page.getByRole('heading', { name: 'Ships to' }).waitFor(),
  },
  {
    name: 'approve',
    size: 'phone',
    path: `/orders/${waiting}/approve`,
    shows: (page) => page.getByRole('button', { name: 'Approve' }).waitFor(),
  },
];

const stamp = () => crypto.randomUUID().slice(0, 8).toUpperCase();

const orderOf = (customerId: string, orderId: string, skus: readonly string[]): PlaceOrderInput => ({
  customerId,
  orderId,
  customerEmail: `${customerId}@example.com`,
  items: skus.map((sku, at) => ({ sku, quantity: at + 1 })),
  shippingAddress: { street: '1 First Street', city: 'London', zip: 'N1 7AA', country: 'GB' },
});

await takePictures();
