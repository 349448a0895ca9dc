import { expect, test } from 'vitest';
import { placing } from '../../services/gateway/test/support/sentences.ts';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import { cloneList } from './clone-list.ts';
import type { DashboardSystem } from './dashboard-system.ts';
import { tooWideOrSmall } from './looking.ts';
import { soon } from './soon.ts';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

/** Long lists, long and foreign names, links that lead nowhere, and fingers that are too fast. */
export function hostile({ gateway, visitor, someone, waitingOrder }: DashboardSystem): void {
  test('a list of ten thousand orders is scrolled to its end, with a few rows in the document', async () => {
    await waitingOrder();
    const { page, go } = await someone('manager');
    await cloneList(page, 'Orders', 'orders', 10_000);
    await go('/orders');
    const rows = page.getByRole('table', { name: 'Orders' }).locator('tbody tr[data-index]');
    await rows.first().waitFor();

    const most = await page.evaluate<number>(scrollToRow(10_001));

    expect(most).toBeLessThanOrEqual(80);
  });

  test('runs are shown page by page, and requested again after an error', async () => {
    await gateway().told('mutation { greet(input: { name: "Ada" }) { __typename } }');
    const { page, go } = await someone('operator');
    await cloneList(page, 'Runs', 'workflowRuns', 230);
    await page.routeWebSocket('**/graphql', () => undefined); // what others start meanwhile is none of these
    let isBroken = true;
    await page.route('**/graphql', async (route) => {
      if (!isBroken || !route.request().postData()?.includes('query Runs(')) return route.fallback();
      isBroken = false;
      await route.fulfill({ json: { errors: [{ message: 'Broken', extensions: { code: 'INTERNAL' } }] } });
    });
    const shown = page.getByRole('link', { name: /^CLONE-/ });

    await go('/runs');
    await page.getByRole('button', { name: 'Try again' }).click();
    await soon(() => shown.count()).toBe(50);
    await page.getByRole('button', { name: 'Show older runs' }).click();
    await soon(() => shown.count()).toBe(100);
    await page.getByRole('button', { name: 'More' }).click();
    await soon(() => shown.count()).toBe(200);
    await page.getByRole('button', { name: 'More' }).click();

    await soon(() => shown.count()).toBe(230);
    expect(await page.getByRole('button', { name: 'More' }).count()).toBe(0);
  });

  test('a name of two hundred characters, right to left and with emoji, is shown whole on a phone', async () => {
    const name = `مريم 👩‍🚀 ${'W'.repeat(200)}`.slice(0, 200);
    const { page, go, heading } = await someone('operator', phone);
    await go('/runs?start=greeting');
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Start', exact: true }).click();

    await heading(new RegExp(name));
    expect(await page.evaluate(tooWideOrSmall)).toEqual([]);
    await go('/runs');
    await page.getByText(name).first().waitFor();
    expect(await page.evaluate(tooWideOrSmall)).toEqual([]);
  });

  test('missing orders, orders of other customers and forbidden pages are distinguished from faults', async () => {
    const id = await waitingOrder();
    const eve = await visitor(gateway().url, await aToken({ sub: 'eve', role: 'customer' }));
    const told = { 'NO-SUCH-ORDER': 'Not found', [id]: 'Not found' };

    for (const [order, title] of Object.entries(told)) {
      await eve.go(`/orders/${order}`);
      await eve.page.getByRole('heading', { name: title }).waitFor();
    }
    for (const path of ['/approvals', `/orders/${id}/approve`, '/chaos']) {
      await eve.go(path);
      await eve.page.getByRole('heading', { name: 'No access' }).waitFor();
    }
  });

  test('who writes an id in small letters is led to the order in capital ones', async () => {
    await gateway().told(placing('orderId: "ORD-CAPITAL"'));
    const { page, go, heading } = await someone('manager');
    await go('/orders');
    await page.getByLabel(/^Find orders by/).fill('ord-capital');

    await page.getByRole('link', { name: 'Find ORD-CAPITAL' }).click();
    await page.getByRole('link', { name: 'ORD-CAPITAL', exact: true }).click();

    await heading(/^Waits for a manager/);
  });

  test('a double click adds one item', async () => {
    const id = await waitingOrder();
    const { page, go } = await someone('manager');
    await go(`/orders/${id}?dialog=ADD_ITEM`);
    await page.getByLabel('SKU').fill('KETTLE-001');

    await page.getByRole('dialog').getByRole('button', { name: 'Add item' }).dblclick();

    await page.getByText('Item added').waitFor();
    const { order } = await gateway().told<{ order: { items: unknown } }>(
      `{ order(id: "${id}") { items { quantity } } }`,
    );
    expect(order.items).toEqual([{ quantity: 2 }, { quantity: 1 }]);
  });

  test('waiting orders are sorted by deadline or by age, as the URL says', async () => {
    const patient = await waitingOrder();
    const urgent = await waitingOrder('', 'PT8M');
    const waiting = () =>
      gateway().told('{ orders(filter: { status: [AWAITING_APPROVAL] }, first: 100) { nodes { id } } }');
    await soon(async () => JSON.stringify(await waiting())).toMatch(new RegExp(`${urgent}.*${patient}`));
    const { page, go } = await someone('manager', { viewport: { width: 1_280, height: 8_000 } });
    const queue = page.getByRole('list', { name: 'Waiting orders' });
    const order = async () => {
      const ids = await queue.getByRole('link').allTextContents();
      return ids.filter((id) => id === patient || id === urgent);
    };

    await go('/approvals');
    await soon(order).toEqual([urgent, patient]);
    await page.getByRole('button', { name: 'Longest waiting' }).click();
    await soon(order).toEqual([patient, urgent]);
    await page.reload();

    await soon(order).toEqual([patient, urgent]);
  });
}

/** Scrolls on, frame by frame, until a row is in the document; resolves with the most rows that were in it together. */
const scrollToRow = (last: number) => `new Promise((done) => {
  let most = 0;
  const scroll = () => {
    const rows = document.querySelectorAll('tbody tr[data-index]');
    most = Math.max(most, rows.length);
    if (rows[rows.length - 1]?.getAttribute('aria-rowindex') === '${last}') return done(most);
    scrollTo(0, document.documentElement.scrollHeight);
    requestAnimationFrame(scroll);
  };
  scroll();
})`;
