import { expect, test } from 'vitest';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import type { DashboardSystem } from './dashboard-system.ts';
import type { Person } from './person.ts';
import { soon } from './soon.ts';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

/** Placing an order, approving or rejecting it, and watching what becomes of it. */
export function deciding({ gateway, visitor, someone, waitingOrder }: DashboardSystem): void {
  test('a manager places an order, approves it and watches it ship, by keyboard alone', async () => {
    const { page, go, heading, keyboard, troubles } = await someone('manager');

    await go('/');
    await heading('Needs attention');
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

  test('from a link, an approval takes one tap on a phone of 320 pixels, and watching the order a second', async () => {
    const id = await waitingOrder();
    const { page, go, heading } = await someone('manager', phone);

    await go(`/orders/${id}/approve`);
    await page.getByRole('button', { name: 'Approve' }).tap();
    await page.getByRole('link', { name: 'Watch it' }).tap();

    await heading(/^Shipped/);
  });

  test('on a phone the next order is the next one that waits, with Approve before Reject as in the queue', async () => {
    const [first] = [await waitingOrder(), await waitingOrder()];
    const { page, go } = await someone('manager', phone);
    await go(`/orders/${first}/approve`);
    const buttons = page.locator('footer').getByRole('button');
    await buttons.first().waitFor();
    expect(await buttons.allTextContents()).toEqual([' Approve', ' Reject']);
    await buttons.first().tap();

    await page.getByRole('link', { name: 'Next order' }).tap();

    await page.waitForURL((url) => url.pathname.endsWith('/approve') && !url.pathname.includes(first));
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('Approved', { exact: true }).count()).toBe(0);
  });

  test('who decides about an order is at the approvals, as the navigation says', async () => {
    const { page, go } = await someone('manager');
    const current = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current="page"]');

    await go(`/orders/${await waitingOrder()}/approve`);

    await page.getByRole('button', { name: 'Approve' }).waitFor();
    expect(await current.allTextContents()).toEqual([expect.stringMatching(/^Approvals/)]);
  });

  test('a link leads to the tab that its sender saw, and marks it as selected', async () => {
    const id = await waitingOrder();
    const { go, heading, page } = await someone('manager');
    const current = page.getByRole('navigation', { name: 'Parts of the order' }).locator('[aria-current="page"]');

    for (const [search, tab] of Object.entries({ '': 'Steps', '?tab=journal': 'Journal', '?dialog=REJECT': 'Steps' })) {
      await go(`/orders/${id}${search}`);
      await heading(/^Waits for a manager/);
      expect([search, await current.allTextContents()]).toEqual([search, [tab]]);
    }
  });

  test('of two concurrent deciders, the slower one sees who decided', async () => {
    const id = await waitingOrder();
    const slow = await someone('operator');
    let isCut = false;
    await slow.page.routeWebSocket('**/graphql', (socket) => {
      const server = socket.connectToServer();
      server.onMessage((message) => void (isCut || socket.send(message)));
    });
    await slow.go(`/orders/${id}/approve`);
    const approve = slow.page.getByRole('button', { name: 'Approve' });
    await approve.waitFor();
    isCut = true; // so that the page still offers what somebody else has decided
    const fast = await someone('manager');
    await fast.go(`/orders/${id}?dialog=REJECT`);
    await fast.page.getByLabel('Reason').fill('Too much at once');
    await fast.page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    await fast.heading(/^Rejected by maria: Too much at once/);

    await approve.click();

    await slow.page.getByText('Too late: maria decided').waitFor();
  });

  test('of two managers who decide at the same moment, one succeeds and the other reads who did', async () => {
    const id = await waitingOrder();
    const maria = await someone('manager');
    const max = await visitor(gateway().url, await aToken({ sub: 'max', role: 'manager' }));
    const buttons = [maria, max].map(({ page }) => page.getByRole('button', { name: 'Approve' }));
    for (const { go } of [maria, max]) await go(`/orders/${id}/approve`);
    for (const button of buttons) await button.waitFor();

    await Promise.all(buttons.map((button) => button.click()));

    const verdict = ({ page }: Person) =>
      page
        .locator('footer')
        .getByText(/^(Approved|Too late: )/)
        .textContent();
    const [first, second] = await Promise.all([verdict(maria), verdict(max)]);
    const [accepted, late] = first === 'Approved' ? ['maria', second] : ['max', first];
    expect([first, second]).toContain('Approved');
    expect(late).toMatch(new RegExp(`^Too late: ${accepted} decided`));
  });

  test.each([
    ['fast', 3_600_000],
    ['slow', -3_600_000],
  ])('a clock that is an hour %s changes no countdown', async (_, off) => {
    const id = await waitingOrder();
    const { page, go } = await someone('manager');
    await page.addInitScript((by) => {
      const [now, origin] = [Date.now.bind(Date), performance.timeOrigin];
      Date.now = () => now() + by;
      Object.defineProperty(performance, 'timeOrigin', { value: origin + by });
    }, off);

    await go(`/orders/${id}`);

    await soon(() => page.getByRole('timer').first().textContent()).toMatch(/^([5-9]:[0-5]\d|10:00)$/);
  });
}
