import { expect, test } from 'vitest';
import { anAccess, aToken } from '../../services/gateway/test/support/tokens.ts';
import type { DashboardSystem } from './dashboard-system.ts';

/** The form of a new order. */
export function newOrder({ system, someone, visitor }: DashboardSystem): void {
  test('on a development gateway a sample fills the form in, and is placed as it is', async () => {
    const { page, go, heading } = await someone('manager');
    await go('/new');
    await page.getByLabel('Order id').fill('ORD-SAMPLE');

    await page.getByRole('button', { name: 'Fill in a sample' }).click();
    await page.getByRole('button', { name: 'Place order' }).click();

    await heading(/^Shipped/);
    expect(new URL(page.url()).pathname).toBe('/orders/ORD-SAMPLE');
  });

  test('a sample is offered once there is a product for it', async () => {
    const { page, go } = await someone('manager');
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('catalogue') ? undefined : route.fallback(),
    );
    const config = page.waitForResponse('**/dashboard.json');
    await go('/new');
    await (await config).finished();

    await page.getByText('Live', { exact: true }).waitFor();

    expect(await page.getByRole('button', { name: 'Fill in a sample' }).count()).toBe(0);
  });

  test('the form says where a postal code is required before anything is sent', async () => {
    const { page, go } = await someone('customer');

    await go('/new');

    const code = page.getByLabel('Postal code');
    const [hint] = await code.evaluate((input) => input.getAttribute('aria-describedby')?.split(' ') ?? []);
    expect(await page.locator(`[id="${hint}"]`).textContent()).toBe('Required if the country has postal codes.');
  });

  test('a gateway without development tokens offers no sample, and is not asked for tokens', async () => {
    const strict = await system().gateway({}, { access: anAccess({ developmentTokens: undefined }) });
    const { page, go, heading, troubles } = await visitor(strict.url, await aToken({ role: 'operator' }));

    await go('/new');

    await heading('New order');
    await page.getByText('Live', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Fill in a sample' }).count()).toBe(0);
    expect(troubles).toEqual([]);
  });
}
