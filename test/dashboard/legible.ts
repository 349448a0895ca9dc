import { expect, test } from 'vitest';
import type { DashboardSystem } from './dashboard-system.ts';
import { soon } from './soon.ts';

/** What is read is whole: titles and ids. */
export function legible({ someone, waitingOrder }: DashboardSystem): void {
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

  test.each(['/orders', '/approvals'])('an id in the list at %s is one text to copy', async (path) => {
    const ids = [await waitingOrder(), await waitingOrder(`orderId: "ORD-V${path.length}"`)];
    const { page, go } = await someone('manager', { viewport: { width: 1_280, height: 8_000 } });

    await go(path);

    for (const id of ids) {
      const link = page.getByRole('link', { name: id, exact: true });
      await link.waitFor();
      expect(await link.evaluate(({ innerText }: HTMLElement) => innerText.trim())).toBe(id);
    }
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
