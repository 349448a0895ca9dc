import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrowser, noBrowser } from './support/chromium.ts';
import { openGraphiql } from './support/graphiql.ts';
import { approving, changed, placing } from './support/sentences.ts';
import { openShop, type Shop } from './support/shop.ts';

if (noBrowser) console.warn(`GraphiQL in a browser: ${noBrowser}`);

/** CI needs a browser: only a developer's machine may skip this test. */
describe.skipIf(noBrowser && !process.env.CI)('GraphiQL in a real browser, cut off from the rest of the world', () => {
  let shop: Shop;
  let browser: Browser;
  beforeAll(async () => {
    browser = await aBrowser();
    shop = await openShop();
  });
  afterAll(async () => {
    await browser?.close();
    await shop?.close();
  });

  test('queries, changes and follows an order to its end', async () => {
    const graphiql = await openGraphiql(browser, shop.gateway.endpoint, 'customer');
    const manager = await openGraphiql(browser, shop.gateway.endpoint, 'manager');
    const id = `SHOP-${crypto.randomUUID()}`;

    const query = await graphiql.run('{ viewer { role } }');
    await expect.poll(query.shows).toContain('"role": "CUSTOMER"');
    const mutation = await graphiql.run(placing(`orderId: "${id}"`));
    await expect.poll(mutation.shows).toContain(`"id": "${id}"`);
    const subscription = await graphiql.run(changed(id));
    await expect.poll(subscription.shows).toContain('"status": "AWAITING_APPROVAL"');
    await manager.run(approving(id));
    await expect.poll(subscription.shows).toContain('"status": "SHIPPED"');
    await subscription.ended();

    expect([...graphiql.beyond, ...manager.beyond]).toEqual([]);
  });

  test('the first example places an order and the second follows it', async () => {
    const first = await openGraphiql(browser, shop.gateway.endpoint, 'operator');
    const second = await openGraphiql(browser, shop.gateway.endpoint, 'operator');

    for (const graphiql of [first, second]) {
      const placed = await graphiql.runExample('PlaceOrder');
      await expect.poll(placed.shows).toMatch(/"id": "SAMPLE-[0-9A-F]{8}"/);
      const followed = await graphiql.runExample('FollowOrder');
      await expect.poll(followed.shows).toContain('"status": "AWAITING_APPROVAL"');
    }
  });

  test.each(['FollowOrder', 'Shop'])('the tab %s opens by the mouse on a first visit', async (name) => {
    const graphiql = await openGraphiql(browser, shop.gateway.endpoint, 'operator');

    const tab = await graphiql.press(name);

    await expect.poll(tab.opens).toContain(name);
    await graphiql.close();
  });

  test('the picker of the role covers nothing, however many tabs there are', async () => {
    const graphiql = await openGraphiql(browser, shop.gateway.endpoint, 'operator');

    expect(await graphiql.coveredBy('#role')).toEqual([]);
  });
});
