import { expect, test } from 'vitest';
import type { DashboardSystem } from './dashboard-system.ts';
import { soon } from './soon.ts';

const wide = { viewport: { width: 1_280, height: 800 } };

/** What is read is whole: titles, ids and amounts. */
export function legible({ gateway, someone, waitingOrder }: DashboardSystem): void {
  test('the title of each page names it, so that two tabs can be told apart', async () => {
    const id = await waitingOrder();
    const { page, go } = await someone('manager');

    await go('/orders');
    await soon(() => page.title()).toBe('Orders · Waybill');
    await page.goto(`${new URL(page.url()).origin}/orders/${id}`);
    await soon(() => page.title()).toBe(`${id} · Waybill`);
    await page.getByRole('link', { name: 'Approvals' }).click();

    await soon(() => page.title()).toBe('Approvals · Waybill');
  });

  test.each(['/orders', '/approvals'])('an id in the list at %s is one text to copy and to find', async (path) => {
    const ids = [await waitingOrder(), await waitingOrder(`orderId: "ORD-V${path.length}"`)];
    const { page, go } = await someone('manager', { viewport: { width: 1_280, height: 8_000 } });

    await go(path);

    for (const id of ids) {
      const link = page.getByRole('link', { name: id, exact: true });
      await link.waitFor();
      expect(await link.evaluate('(link) => link.innerText.trim()')).toBe(id);
      expect(await page.evaluate((text) => (window as never as { find(of: string): boolean }).find(text), id)).toBe(
        true,
      );
    }
  });

  test('a high total is shown with its last digit', async () => {
    await gateway().told(`mutation { placeOrder(input: {
      orderId: "ORD-HIGH", customerId: "ada", customerEmail: "ada@example.com", requiresApproval: true
      items: [{ sku: "OWN-1", quantity: 999, price: "500.45" }]
      shippingAddress: { street: "1 First Street", city: "London", zip: "N1 7AA", country: "GB" }
    }) { __typename } }`);
    const { page, go } = await someone('manager', wide);
    await go('/orders?id=ORD-HIGH');

    const total = page.getByRole('cell', { name: /^\$/ });

    expect(await total.textContent()).toBe('$499,949.55');
    expect(await total.evaluate((cell) => cell.scrollWidth <= cell.clientWidth)).toBe(true);
  });

  test('who wants no motion sees none, also while a list loads', async () => {
    const { page, go } = await someone('manager', { reducedMotion: 'reduce' });
    await page.route('**/graphql', (route) =>
      /query Viewer/.test(route.request().postData() ?? '') ? route.fallback() : undefined,
    );

    await go('/stock');
    await page.getByText('is loading').first().waitFor({ state: 'attached' });

    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
  });
}
