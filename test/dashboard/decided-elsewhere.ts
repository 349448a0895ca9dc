import { expect, test } from 'vitest';
import type { DashboardSystem } from './dashboard-system.ts';
import { soon } from './soon.ts';

/** What others do meanwhile is seen, and loses nobody their words or their place. */
export function decidedElsewhere({ gateway, someone, waitingOrder }: DashboardSystem): void {
  test('the page of a payment shows a refund that was made elsewhere', async () => {
    const { startPayment } = await gateway().told<{ startPayment: { run: { id: string } } }>(`mutation {
      startPayment(input: { orderId: "SHOP-ELSEWHERE", customerId: "ada", amount: "20.00" }) { ... on StartPaymentPayload { run { id } } }
    }`);
    const { id } = startPayment.run;
    const { go, heading } = await someone('operator');
    await go(`/runs/${id}`);
    await heading('$20.00 was captured');

    await gateway().told(
      `mutation { refundPayment(input: { id: "${id}", amount: "1.00", reason: "Elsewhere" }) { __typename } }`,
    );

    await heading('$1.00 of $20.00 was refunded');
  });

  test.each([
    ['', '?dialog=REJECT'],
    ['/approve', '?dialog=reject'],
  ])('a dialog at /orders/ID%s stays with its text when another decides, and says so', async (page_, search) => {
    const order = await waitingOrder();
    const { page, go, keyboard } = await someone('manager');
    await go(`/orders/${order}${page_}${search}`);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Not in the budget');

    await gateway().told(`mutation { approveOrder(input: { orderId: "${order}" }) { __typename } }`);
    await dialog.getByText(/Nothing was sent$/).waitFor();

    expect(await dialog.getByLabel('Reason').inputValue()).toBe('Not in the budget');
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await dialog.getByText(/^Too late: /).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement !== document.body')).toBe(true);
    expect(await keyboard.focused()).not.toBe('');
  });

  test('in the queue the focus is at the verdict after a decision, and in the row after Escape', async () => {
    const [first, second] = [await waitingOrder('', 'PT3M'), await waitingOrder('', 'PT4M')];
    const { page, go, keyboard } = await someone('manager', { viewport: { width: 1_280, height: 8_000 } });
    await go('/approvals');

    await keyboard.press(new RegExp(`^Approve ${first}$`));
    await page.getByText(`${first} is approved`).waitFor();
    await soon(keyboard.focused).toBe(`${first} is approved`);
    await page.getByRole('link', { name: second, exact: true }).focus();
    await page.keyboard.press('r');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    expect(await keyboard.focused()).toContain(second);
  });

  test('the keys of the queue do nothing while the focus is in the navigation', async () => {
    const order = await waitingOrder('', 'PT3M');
    const { page, go } = await someone('manager', { viewport: { width: 1_280, height: 8_000 } });
    await go('/approvals');
    await page.getByRole('link', { name: order, exact: true }).waitFor();

    await page.getByRole('link', { name: 'Runs' }).focus();
    await page.keyboard.press('r');
    await page.getByRole('link', { name: order, exact: true }).focus();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('r');

    await page.getByRole('dialog', { name: `Reject ${order}` }).waitFor();
  });
}
