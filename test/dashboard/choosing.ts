import { expect, test } from 'vitest';
import { placing } from '../../services/gateway/test/support/sentences.ts';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import type { DashboardSystem } from './dashboard-system.ts';
import type { Person } from './person.ts';
import { soon } from './soon.ts';

/** Many orders at once: the queue by its keys, and orders that are picked together. */
export function choosing({ gateway, visitor, someone, waitingOrder }: DashboardSystem): void {
  test('with j, k, a and r a manager works through the queue, and in a reason these keys are letters', async () => {
    const [first, second] = [await waitingOrder('', 'PT5M'), await waitingOrder('', 'PT6M')];
    const { page, go, keyboard } = await someone('manager', { viewport: { width: 1_280, height: 8_000 } });
    await go('/approvals');
    await page.getByRole('link', { name: second }).waitFor();

    await moveTo(page, first);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('a');
    await page.getByText(`${first} is approved`).waitFor();
    await moveTo(page, second);
    await page.keyboard.press('r');
    await keyboard.type(/^Reason/, 'a jar rocks');
    await keyboard.press(/^Reject$/);
    await page.getByText(`${second} is rejected`).waitFor();

    await soon(() => told(second)).toMatchObject({ status: 'REJECTED', failure: { message: 'a jar rocks' } });
    await soon(() => told(first)).toMatchObject({ status: 'SHIPPED' });
  });

  test('selected orders are approved together, and each row shows its verdict', async () => {
    const ids = ['ORD-PICKED-A', 'ORD-PICKED-B', 'ORD-PICKED-C'] as const;
    for (const id of ids) await waitingOrder(`orderId: "${id}"`);
    const { page, go } = await someone('manager');
    await go('/orders?id=ORD-PICKED&status=AWAITING_APPROVAL');
    for (const id of ids) await page.getByLabel(`Select ${id}`).check();
    const bar = page.getByRole('region', { name: 'Picked orders' });
    await bar.getByText('3 picked').waitFor();
    await gateway().told(`mutation { rejectOrder(input: { orderId: "${ids[1]}", reason: "No" }) { __typename } }`);
    await soon(() => told(ids[1])).toMatchObject({ status: 'REJECTED' });

    await bar.getByRole('button', { name: 'Approve' }).click();

    await bar.getByText('2 done, 1 refused of 3').waitFor();
    const rowOf = (id: string) => page.getByRole('row').filter({ hasText: id });
    expect(await rowOf(ids[0]).getByRole('cell').nth(3).textContent()).toBe('Approved');
    expect(await rowOf(ids[1]).getByRole('cell').nth(3).textContent()).toMatch(/^Too late: /);
    expect(await rowOf(ids[2]).getByRole('cell').nth(3).textContent()).toBe('Approved');
    await bar.getByRole('button', { name: 'Clear selection' }).click();
    await page.getByText('No orders match these filters').waitFor();
  });

  test('a selection survives a new sign-in and a visit to an order, and is not shown to another user', async () => {
    await gateway().told(placing('orderId: "ORD-KEPT"'));
    const { page, go } = await visitor(gateway().url);
    const signInAs = async (sub: string) => {
      await page.getByLabel('Token').fill(await aToken({ sub, role: 'manager' }));
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    };
    const box = page.getByLabel('Select ORD-KEPT');
    await go('/orders?id=ORD-KEPT');
    await signInAs('maria');
    await box.check();

    await page.getByRole('link', { name: 'ORD-KEPT' }).click();
    await page.getByRole('heading', { name: /^Waits for a manager/ }).waitFor();
    await page.goBack();
    await soon(() => box.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signInAs('maria');
    await soon(() => box.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signInAs('otto');

    await soon(() => box.isChecked()).toBe(false);
  });

  const told = async (id: string) =>
    (await gateway().told<{ order: object }>(`{ order(id: "${id}") { status failure { message } } }`)).order;
}

const mostPresses = 100;

/** Presses j until this order is the chosen one. */
async function moveTo(page: Person['page'], id: string): Promise<void> {
  const isChosen = () => page.locator('li[data-chosen]').filter({ hasText: id }).count();
  for (let presses = 0; presses < mostPresses; presses++) {
    if ((await isChosen()) > 0) return;
    await page.keyboard.press('j');
  }
  throw new Error(`j leads to no order ${id}`);
}
