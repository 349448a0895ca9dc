import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { aBrowser, noBrowser } from '../../services/gateway/test/support/chromium.ts';
import type { Driver } from '../../services/gateway/test/support/driver.ts';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import { buildDashboard } from '../../tools/stack/src/dashboard.ts';
import { openSystem, type System } from '../support/system.ts';
import { openDashboard } from './person.ts';

if (noBrowser) console.warn(`The dashboard in a browser: ${noBrowser}`);

const maria = await aToken({ sub: 'maria', role: 'manager' });

/** What is built for others is built with a browser: only a machine of one's own may do without. */
describe.skipIf(noBrowser && !process.env.CI)('the dashboard of a whole system, in a real browser', () => {
  let system: System;
  let browser: Browser;
  let gateway: Driver;
  beforeAll(async () => {
    await buildDashboard({ say: () => undefined, signal: AbortSignal.timeout(240_000) });
    [system, browser] = await Promise.all([openSystem(inject('temporalAddress')), aBrowser()]);
    gateway = await system.gateway();
  });
  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('a manager places an order, approves it and watches it ship, by keyboard alone', async () => {
    const { page, go, heading, keyboard, troubles } = await openDashboard(browser, gateway.url, maria);

    await go('/');
    await heading('What needs you');
    await keyboard.press(/^New order/);
    await heading('New order');
    await keyboard.type(/^Add a product/, 'enamel');
    await page.getByRole('option', { name: /Enamel mug/ }).waitFor();
    await page.keyboard.press('Enter');
    await keyboard.type(/^Customer id/, 'ada');
    await keyboard.type(/^E-mail/, 'ada@example.com');
    await keyboard.type(/^Street/, '1 First Street');
    await keyboard.type(/^City/, 'London');
    await keyboard.type(/^Postal code/, 'N1 7AA');
    await keyboard.type(/^Country code/, 'gb');
    await keyboard.press(/manager must approve/, 'Space');
    await keyboard.press(/^Place order/);
    await heading(/^Waits for a manager until/);
    await keyboard.press(/^Approve$/);

    await heading(/^Shipped/);
    expect(troubles).toEqual([]);
  });
});
