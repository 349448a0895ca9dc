import { expect, test } from 'vitest';
import { aToken } from '../../services/gateway/test/support/tokens.ts';
import type { DashboardSystem } from './dashboard-system.ts';
import { soon } from './soon.ts';

/**
 * What is typed survives a refusal, a reload, the end of a session and of the gateway; what is sent twice is done once.
 */
export function testInterruptions({ system, gateway, visitor, someone, waitingOrder }: DashboardSystem): void {
  test('a refusal is shown beside its field, and no input is lost by it or by a reload', async () => {
    const { page, go } = await someone('manager');
    await go('/new');
    await page.getByLabel('Customer id').fill('ada');
    await page.getByLabel('E-mail').fill('no e-mail');
    await page.getByRole('button', { name: 'Place order' }).click();

    const email = page.getByLabel('E-mail');
    await soon(() => email.getAttribute('aria-invalid')).toBe('true');
    await page.reload();

    await soon(() => email.inputValue()).toBe('no e-mail');
    expect(await page.getByLabel('Customer id').inputValue()).toBe('ada');
  });

  test('a double click places one order', async () => {
    const { page, go, heading } = await visitor(gateway().url, await aToken({ sub: 'tina', role: 'customer' }));
    await go('/new');
    await page.getByLabel('Add a product').fill('kettle');
    await page.getByRole('option', { name: /Steel kettle/ }).click();
    for (const [label, text] of Object.entries(ada)) await page.getByLabel(label).fill(text);

    await page.getByRole('button', { name: 'Place order' }).dblclick();

    await heading(/^Shipped/);
    const { orders } = await gateway().told<{ orders: { nodes: unknown[] } }>(
      '{ orders(first: 50, filter: { customerId: "tina" }) { nodes { id } } }',
    );
    expect(orders.nodes).toHaveLength(1);
  });

  test('a token that expires while a dialog is open loses no input, and a new one sends it', async () => {
    const { page, go, heading } = await visitor(gateway().url);
    const signIn = async (token: string) => {
      await page.getByLabel('Token').fill(token);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    };
    await go('/runs?start=greeting');
    await signIn(await aToken({ sub: 'otto', role: 'operator', endsInMs: 30_000 }));
    const name = page.getByLabel('Name');
    await name.fill('Ada');
    const dialog = page.getByRole('dialog');

    await dialog.getByText('Your session has ended').waitFor();
    await dialog.getByRole('button', { name: 'Start', exact: true }).click();
    await dialog.getByRole('status').waitFor();
    expect(await name.inputValue()).toBe('Ada');
    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    await signIn(await aToken({ sub: 'otto', role: 'operator' }));

    await soon(() => name.inputValue()).toBe('Ada');
    await dialog.getByRole('button', { name: 'Start', exact: true }).click();
    await heading('Hello, Ada');
  });

  test('a gateway that goes away and comes back is reported, and the input is kept', async () => {
    const first = await system().gateway();
    const { page, go } = await visitor(first.url, await aToken({ role: 'operator' }));
    await go('/runs?start=payment');
    await page.getByLabel('For order').fill('SHOP-7');
    await page.getByText('Live', { exact: true }).waitFor();

    await first.stop();
    await page.getByText('Reconnecting').waitFor();
    await system().gateway({}, { port: Number(new URL(first.url).port) });

    await page.getByText('Live', { exact: true }).waitFor();
    expect(await page.getByLabel('For order').inputValue()).toBe('SHOP-7');
  });

  test('a reason that could not be sent is kept, and is sent when the gateway is back', async () => {
    const id = await waitingOrder();
    const first = await system().gateway();
    const { page, go } = await visitor(first.url, await aToken({ sub: 'maria', role: 'manager' }));
    await go(`/orders/${id}/approve?dialog=reject`);
    const reason = page.getByLabel('Reason');
    await reason.fill('Too much at once');
    const reject = page.getByRole('dialog').getByRole('button', { name: 'Reject' });

    await first.stop();
    await reject.click();
    await page.getByRole('dialog').getByRole('status').waitFor();
    expect(await reason.inputValue()).toBe('Too much at once');
    await system().gateway({}, { port: Number(new URL(first.url).port) });
    await reject.click();

    await page.getByText('Rejected by maria: Too much at once').first().waitFor();
  });

  test('an error of a command goes once the gateway is back', async () => {
    const id = await waitingOrder();
    const first = await system().gateway();
    const { page, go } = await visitor(first.url, await aToken({ sub: 'maria', role: 'manager' }));
    await go(`/orders/${id}/approve`);
    const approve = page.getByRole('button', { name: 'Approve' });
    await approve.waitFor();
    await first.stop();
    await approve.click();
    const error = page.getByText('Send it again: it will not be done twice');
    await error.waitFor();

    await system().gateway({}, { port: Number(new URL(first.url).port) });

    await error.waitFor({ state: 'detached' });
    await approve.click();
    await page.getByText('Approved', { exact: true }).waitFor();
  });
}

const ada = {
  'E-mail': 'ada@example.com',
  Street: '1 First Street',
  City: 'London',
  'Postal code': 'N1 7AA',
  'Country code': 'GB',
};
