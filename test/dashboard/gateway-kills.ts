import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import type { DashboardSystem } from './dashboard-system.ts';
import { openGatewayProcess } from './gateway-process.ts';
import { killAgainAndAgain, shownStatuses } from './kill-rounds.ts';
import { soon } from './soon.ts';

type GatewayProcess = Awaited<ReturnType<typeof openGatewayProcess>>;
type Send = () => Promise<void>;

const isCommand = (body: string | null) => body?.includes('mutation') ?? false;

/** The gateway is killed at each moment of an action. */
const moments: Readonly<Record<string, (gateway: GatewayProcess, page: Page, send: Send) => Promise<void>>> = {
  async 'before it is sent'(gateway, _page, send) {
    await gateway.kill();
    await send();
  },
  async 'while it is under way'(gateway, page, send) {
    gateway.freeze();
    const sent = page.waitForRequest((request) => isCommand(request.postData()));
    await send();
    await sent;
    await gateway.kill();
  },
  async 'once it is done, and before its verdict is told'(gateway, page, send) {
    await page.route('**/graphql', async (route) => {
      if (!isCommand(route.request().postData())) return route.continue();
      await route.fetch();
      await gateway.kill();
      await route.abort('connectionreset');
    });
    const lost = page.waitForEvent('requestfailed', (request) => isCommand(request.postData()));
    await send();
    await lost;
    await page.unroute('**/graphql');
  },
};

export function testGatewayKills({ system, gateway, visitor, waitingOrder }: DashboardSystem): void {
  let process: GatewayProcess;
  beforeAll(async () => {
    process = await openGatewayProcess(system().env);
  });
  afterAll(() => process?.kill());

  const aManager = async () => visitor(process.url, await aToken({ sub: 'maria', role: 'manager' }));

  for (const [moment, killAt] of Object.entries(moments)) {
    test(`killed ${moment}, an item is added once, after a reload too`, async () => {
      const id = await waitingOrder();
      const { page, go } = await aManager();
      await go(`/orders/${id}?dialog=ADD_ITEM`);
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('SKU').fill('KETTLE-001');
      await dialog.getByLabel('Quantity').fill('3');
      const add = dialog.getByRole('button', { name: 'Add item' });

      await killAt(process, page, () => add.click());
      await dialog.getByText('Send it again').waitFor();
      await process.comeBack();
      await page.reload();
      await soon(() => dialog.getByLabel('Quantity').inputValue()).toBe('3');
      await add.click();

      await page.getByText('Item added').waitFor();
      expect(await dialog.count()).toBe(0);
      const { order } = await gateway().told<{ order: unknown }>(`{ order(id: "${id}") { items { sku quantity } } }`);
      expect(order).toEqual({
        items: [
          { sku: 'MUG-001', quantity: 2 },
          { sku: 'KETTLE-001', quantity: 3 },
        ],
      });
    });
  }

  test('killed repeatedly while orders change, it leaves the list equal to the book, with the selection and the input', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `ORD-KILLS-${at + 10}`);
    for (const id of ids) await waitingOrder(`orderId: "${id}"`);
    const { page, go } = await aManager();
    await page.setViewportSize({ width: 1_280, height: 640 });
    await go('/orders');
    await page.getByLabel(/^Find orders by/).fill('ORD-KILLS');
    await page.waitForURL(/id=ORD-KILLS/);
    await soon(async () => Object.keys(await shownStatuses(page)).sort()).toEqual(ids);
    const box = page.getByLabel(`Select ${ids[20]}`);
    await box.check();
    await page.evaluate('scrollTo(0, 240)');

    await killAgainAndAgain({
      page,
      gateway: process,
      rounds: 3,
      meanwhile: (round) => approveAll(ids.slice(round * 8, round * 8 + 8)),
    });

    const person = await page.evaluate('[scrollY, document.activeElement.getAttribute("aria-label"), location.search]');
    expect(person).toEqual([240, `Select ${ids[20]}`, '?id=ORD-KILLS']);
    expect(await box.isChecked()).toBe(true);
    const words: Record<string, string> = { SHIPPED: 'Shipped', AWAITING_APPROVAL: 'Awaiting approval' };
    const inTheBook = async () => {
      const { orders } = await gateway().told<{ orders: { nodes: { id: string; status: string }[] } }>(
        '{ orders(first: 50, filter: { idPrefix: "ORD-KILLS" }) { nodes { id status } } }',
      );
      return Object.fromEntries(orders.nodes.map(({ id, status }) => [id, words[status] ?? status]));
    };
    await soon(async () => Object.values(await inTheBook()).filter((word) => word === 'Shipped').length).toBe(24);
    await soon(() => shownStatuses(page)).toEqual(await inTheBook());
  });

  const approveAll = (ids: readonly string[]) =>
    Promise.all(
      ids.map((id) => gateway().told(`mutation { approveOrder(input: { orderId: "${id}" }) { __typename } }`)),
    );

  test('an approval whose verdict was lost is shown as done, and is not sent again', async () => {
    const id = await waitingOrder();
    const { page, go, heading } = await aManager();
    await go(`/orders/${id}`);
    const approve = page.getByRole('button', { name: 'Approve' });

    await moments['once it is done, and before its verdict is told']?.(process, page, () => approve.click());
    await process.comeBack();

    await heading(/^Shipped/);
    expect(await approve.count()).toBe(0);
    expect(await page.getByText('Send it again').count()).toBe(0);
  });
}
