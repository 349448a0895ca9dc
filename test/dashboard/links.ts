import { expect, test } from 'vitest';
import type { DashboardSystem } from './dashboard-system.ts';
import { offering } from './returning.ts';

/** Where links lead that are old, mistyped or meant for others. */
export function links({ gateway, someone, waitingOrder }: DashboardSystem): void {
  test('a link to a rejection of no order, or of one that is decided, says so and opens no dialog', async () => {
    await waitingOrder('orderId: "ORD-DECIDED"');
    await gateway().told('mutation { rejectOrder(input: { orderId: "ORD-DECIDED", reason: "No" }) { __typename } }');
    const { page, go } = await someone('manager');

    await go('/approvals?reject=NOPE');
    await page.getByText('NOPE cannot be rejected. It does not exist').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await go('/approvals?reject=ORD-DECIDED');
    await page.getByText('ORD-DECIDED cannot be rejected. It waits for no decision: it is rejected').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Close' }).click();

    await page.getByText('cannot be rejected').waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
  });

  test('a link to a rejection of an order that waits opens its dialog', async () => {
    const id = await waitingOrder();
    const { page, go } = await someone('manager');

    await go(`/approvals?reject=${id}`);

    await page.getByRole('dialog', { name: `Reject ${id}` }).waitFor();
  });

  test.each([
    ['/stock?restock=NOPE', 'There is no product NOPE to restock'],
    ['/orders/ORDER?dialog=GIVE_UP_STEP', '“Give up step” is not possible now'],
    ['/orders/ORDER?dialog=APPROVE', '“Approve” is not possible now'],
  ])('a link to a dialog that cannot be opened, %s, says so', async (path, sentence) => {
    const id = await waitingOrder();
    const { page, go } = await someone('operator');

    await go(path.replace('ORDER', id));

    await page.getByText(sentence).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('“Try now” cannot be pressed while an attempt is running, and says why', async () => {
    const id = await waitingOrder();
    const person = await someone('operator');
    (await offering(person))(['RETRY_NOW']);
    const sent: (string | null)[] = [];
    person.page.on('request', (request) => sent.push(request.postData()));

    await person.go(`/orders/${id}`);
    const button = person.page.getByRole('button', {
      name: 'Try now',
      description: 'Not now: an attempt is running',
    });
    await button.waitFor();
    await button.click({ force: true });

    expect(await button.getAttribute('aria-disabled')).toBe('true');
    expect(sent.filter((body) => body?.includes('mutation'))).toEqual([]);
  });

  test('a customer is led nowhere where only others decide', async () => {
    const id = await waitingOrder();
    const { page, go, settled } = await someone('customer');
    const toApprovals = page.locator('a[href^="/approvals"], a[href$="/approve"], a[href^="/chaos"]');

    for (const path of ['/', '/orders', `/orders/${id}`, `/orders/${id}/approve`, '/approvals', '/runs', '/new']) {
      await go(path);
      await settled();
      expect([path, await toApprovals.count()]).toEqual([path, 0]);
    }
  });

  test('an address with other slashes or capitals is that of its page, and a wrong one is said to be', async () => {
    const { page, go, heading } = await someone('manager');

    await go('/Orders/?status=SHIPPED');
    await heading('Orders');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/orders?status=SHIPPED');
    await go('/order');

    await page.getByText('Page not found').waitFor();
    await page.getByRole('link', { name: 'Overview' }).click();
    await heading('Needs attention');
  });
}
