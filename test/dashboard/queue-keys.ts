import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { DashboardSystem } from './dashboard-system.ts';
import { mockOrders } from './mock-orders.ts';
import { soon } from './soon.ts';

/** The keys of the queue decide only where its reader has the queue in mind. */
export function queueKeys({ someone }: DashboardSystem): void {
  test('on another button, in another page or while a key is held down, no key decides', async () => {
    const { page, go, heading } = await someone('manager');
    const sent = await decisionsOf(page);
    await go('/approvals');
    await page.getByRole('link', { name: 'MOCK-1', exact: true }).waitFor();

    await page.getByRole('button', { name: 'Longest waiting' }).focus();
    for (const key of ['a', 'r']) await page.keyboard.press(key);
    await page.getByRole('link', { name: 'MOCK-1', exact: true }).focus();
    await page.evaluate(heldDown);
    await page.getByRole('link', { name: 'Stock' }).click();
    await heading('Stock');
    for (const key of ['a', 'r']) await page.keyboard.press(key);

    expect(sent).toEqual([]);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('a key for an order that is out of sight brings it there, and decides the second time', async () => {
    const { page, go } = await someone('manager', { viewport: { width: 1_280, height: 500 } });
    const sent = await decisionsOf(page);
    await go('/approvals');
    await page.getByRole('link', { name: 'MOCK-1', exact: true }).waitFor();
    const chosen = page.locator('li[data-chosen]');
    await page.mouse.move(600, 300);
    await page.mouse.wheel(0, 300);
    await soon(() => page.evaluate('scrollY')).toBeAtLeast(200);

    await page.keyboard.press('a');
    await soon(async () => (await chosen.boundingBox())?.y ?? -1).toBeAtLeast(0);
    expect(sent).toEqual([]);
    await page.keyboard.press('a');

    await soon(() => sent.length).toBe(1);
  });
}

const heldDown = `document.activeElement.dispatchEvent(
  new KeyboardEvent('keydown', { key: 'a', repeat: true, bubbles: true, cancelable: true }),
)`;

/** A queue of orders that wait, and the decisions that are sent about them. */
async function decisionsOf(page: Page): Promise<string[]> {
  const sent: string[] = [];
  await mockOrders(page, 12);
  await page.route('**/graphql', (route) => {
    const body = route.request().postData() ?? '';
    if (body.includes('mutation')) sent.push(body);
    return route.fallback();
  });
  return sent;
}
