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

  test('after a refusal because of an order id that is taken, the form is placed under another one', async () => {
    const { page, go, heading } = await someone('manager');
    const place = page.getByRole('button', { name: 'Place order' });
    await go('/new');
    await page.getByRole('button', { name: 'Fill in a sample' }).click();
    await page.getByLabel('Order id').fill('ORD-TAKEN');
    await place.click();
    await heading(/^Shipped/);
    await go('/new');
    await page.getByRole('button', { name: 'Fill in a sample' }).click();
    await page.getByLabel('Street').fill('2 Second Street');
    await page.getByLabel('Order id').fill('ORD-TAKEN');
    await place.click();
    await page.getByText('Order ORD-TAKEN was placed before, with other content').waitFor();

    await page.getByLabel('Order id').fill('ORD-NOT-TAKEN');
    await place.click();

    await heading(/^Shipped/);
    expect(new URL(page.url()).pathname).toBe('/orders/ORD-NOT-TAKEN');
  });

  test('who places the same order again reads once that it was placed already', async () => {
    const { page, go, heading } = await someone('manager');
    const already = page.getByText(/^ORD-AGAIN was placed already at \d\d:\d\d; this is it$/);
    const placeIt = async () => {
      await go('/new');
      await page.getByRole('button', { name: 'Fill in a sample' }).click();
      await page.getByLabel('Order id').fill('ORD-AGAIN');
      await page.getByRole('button', { name: 'Place order' }).click();
      await heading(/^Shipped/);
    };

    await placeIt();
    expect(await already.count()).toBe(0);
    await placeIt();

    await already.waitFor();
    await page.reload();
    await heading(/^Shipped/);
    expect(await already.count()).toBe(0);
  });

  test('what is changed after a lost response is placed once its person has read that the first was placed', async () => {
    const { page, go, heading } = await someone('manager');
    const place = page.getByRole('button', { name: 'Place order' });
    const placing = (post: string | null) => post?.includes('placeOrder');
    await go('/new');
    await page.getByRole('button', { name: 'Fill in a sample' }).click();
    await page.getByLabel('Order id').fill('ORD-LOST');
    await page.route('**/graphql', async (route) => {
      if (!placing(route.request().postData())) return route.fallback();
      await route.fetch();
      await route.abort();
    });
    await place.click();
    await page.getByText('Send it again: it will not be placed twice').waitFor();
    await page.unroute('**/graphql');
    await page.getByLabel('Order id').fill('ORD-CHANGED');
    await place.click();
    await page.getByText('ORD-LOST was placed from this form before it was changed').waitFor();

    await place.click();

    await heading(/^Shipped/);
    expect(new URL(page.url()).pathname).toBe('/orders/ORD-CHANGED');
  });

  test('a customer orders under his own id', async () => {
    const { page, go } = await someone('customer');

    await go('/new');

    expect(await page.getByLabel('Customer id').getAttribute('readonly')).not.toBeNull();
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
