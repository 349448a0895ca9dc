import { expect, test } from 'vitest';
import { placing } from '../../services/gateway/test/support/sentences.ts';
import type { DashboardSystem } from './dashboard-system.ts';
import { mockOrders } from './mock-orders.ts';
import { soon } from './soon.ts';

const widths = [1_440, 1_280, 1_024, 900, 768, 390, 320];

/** What a list says of each order. */
export function lists({ gateway, someone, waitingOrder }: DashboardSystem): void {
  test('the time of an order of another day is never cut, however wide the list is', async () => {
    const { page, go } = await someone('manager');
    await mockOrders(page, 30, Date.UTC(2025, 10, 28, 20, 48));
    await go('/orders');
    await page.getByRole('link', { name: 'MOCK-1', exact: true }).waitFor();
    const cut: Record<number, string[]> = {};

    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      cut[width] = await page.evaluate<string[]>(cutCells);
    }

    expect(cut).toEqual(Object.fromEntries(widths.map((width) => [width, []])));
  });

  test('a row of an order that failed says why, and the whole reason is its title', async () => {
    await gateway().told(`mutation { pinChaos(input: {
      orderId: "ORD-WHY", operation: "shipping.label", outcomes: ["address_refused"]
    }) { __typename } }`);
    await gateway().told(placing('orderId: "ORD-WHY"').replace('requiresApproval: true', 'requiresApproval: false'));
    const { page, go } = await someone('manager');
    await go('/orders?id=ORD-WHY');
    const row = page.getByRole('row').filter({ hasText: 'ORD-WHY' });

    const why = row.getByText('The carrier does not deliver to this address');

    await why.waitFor();
    expect(await why.getAttribute('title')).toBe('The carrier does not deliver to this address');
  });

  test('on a phone a long reason has two lines, and an order that tries again says so in full', async () => {
    const { page, go } = await someone('manager', { viewport: { width: 320, height: 640 } });
    const orders = await mockOrders(page, 3);
    await go('/orders');
    await soon(orders.isFollowed).toBe(true);
    const message = 'The customer telephoned: hold it until the house is finished, then send it by the freight lift';

    orders.become(1, { status: 'REJECTED', failure: { code: 'MANAGER_REJECTED', message, step: null } });
    orders.become(2, { status: 'PROCESSING', health: 'RETRYING' });

    const reason = page.getByTitle(message);
    await reason.waitFor();
    const box = async (of: typeof reason) => (await of.boundingBox()) ?? { x: 0, width: 0, height: 0 };
    const oneLine = await box(page.getByText('CUST-1', { exact: true }).first().locator('..'));
    expect(Math.round((await box(reason)).height / oneLine.height)).toBe(2);
    const cell = page.getByRole('row').filter({ hasText: 'MOCK-2' }).getByRole('cell').nth(2);
    const [mark, around] = [await box(cell.getByText('Retrying')), await box(cell)];
    expect(mark.x + mark.width).toBeLessThanOrEqual(around.x + around.width);
  });

  test.each([
    ['the queue of approvals', '/approvals', 'listitem'],
    ['a list of waiting orders', '/orders?status=AWAITING_APPROVAL', 'row'],
  ] as const)('an order that has left %s is followed there until it ships', async (_, path, role) => {
    const id = await waitingOrder();
    const { page, go } = await someone('manager', { viewport: { width: 1_280, height: 8_000 } });
    await go(path);
    const row = page.getByRole(role).filter({ hasText: id });
    await row.hover(); // what has left stays while the pointer is there

    await gateway().told(`mutation { approveOrder(input: { orderId: "${id}" }) { __typename } }`);

    await row.getByText('Shipped', { exact: true }).waitFor();
  });

  test('the path to the list stands alike on the page of an order and of a run', async () => {
    const { greet } = await gateway().told<{ greet: { run: { id: string } } }>(
      'mutation { greet(input: { name: "Ada" }) { ... on GreetPayload { run { id } } } }',
    );
    const { page, go } = await someone('operator');
    const gapOn = async (path: string, list: string) => {
      await go(path);
      return page.getByRole('main').getByRole('link', { name: list, exact: true }).evaluate(gapAfterText);
    };

    const [ofOrder, ofRun] = [
      await gapOn(`/orders/${await waitingOrder()}`, 'Orders'),
      await gapOn(`/runs/${greet.run.id}`, 'Runs'),
    ];

    expect(ofRun).toBe(ofOrder);
  });
}

/** The times of placing, of rows in sight, that are wider than their cell. */
const cutCells = `[...document.querySelectorAll('tbody tr[data-index] td:last-child')]
  .filter((cell) => cell.scrollWidth > cell.clientWidth || cell.clientWidth === 0)
  .map((cell) => cell.textContent)`;

/** The pixels from the text of a link to what stands after it. */
function gapAfterText(link: Element): number {
  const text = link.ownerDocument.createRange();
  text.selectNodeContents(link);
  const next = link.nextElementSibling?.getBoundingClientRect().left ?? 0;
  return Math.round(next - text.getBoundingClientRect().right);
}
