import { expect, test } from 'vitest';
import { placing } from '../../services/gateway/test/support/sentences.ts';
import { type DashboardSystem, engineUi } from './dashboard-system.ts';
import { tooWideOrSmall } from './looking.ts';
import { soon } from './soon.ts';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

/** Payments and their refunds, and faults of the providers. */
export function operating({ gateway, system, someone, waitingOrder }: DashboardSystem): void {
  test.each([
    ['', {}, ['Runs'], 'SHOP-1'],
    [' at 320 pixels', { viewport: phone.viewport }, ['More', 'Runs'], 'SHOP-3'],
  ])('by keyboard alone%s an operator starts a payment and refunds a part of it', async (_, as, way, order) => {
    const { page, go, heading, keyboard, troubles } = await someone('operator', as);

    await go('/');
    for (const name of way) await keyboard.press(new RegExp(`^${name}$`));
    await heading('Runs');
    await keyboard.press(/^Payment$/);
    await keyboard.type(/^For order/, order);
    await keyboard.type(/^Customer id/, 'ada');
    await keyboard.type(/^Amount/, '20.00');
    await page.keyboard.press('Enter');
    await heading('$20.00 was captured');
    await keyboard.press(/^Refund$/);
    await keyboard.type(/^Amount/, '5.00');
    await keyboard.type(/^Reason/, 'One was broken');
    await keyboard.press(/^Refund$/);

    await heading('$5.00 of $20.00 was refunded');
    await page.getByText('Refunded', { exact: true }).first().waitFor();
    await soon(() => page.getByRole('dialog').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('on a phone of 320 pixels an operator starts a payment and refunds a part of it', async () => {
    const { page, go, heading } = await someone('operator', phone);
    const fits = async () => expect(await page.evaluate(tooWideOrSmall)).toEqual([]);

    await go('/');
    await page.getByRole('button', { name: 'More' }).tap();
    await page.getByRole('link', { name: 'Runs' }).tap();
    await page.getByRole('button', { name: 'Payment' }).tap();
    await page.getByLabel('For order').fill('SHOP-2');
    await page.getByLabel('Customer id').fill('ada');
    await page.getByLabel('Amount').fill('20.00');
    await fits();
    await page.getByRole('button', { name: 'Start', exact: true }).tap();
    await heading('$20.00 was captured');
    await fits();
    await page.getByRole('button', { name: 'Refund' }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Amount').fill('5.00');
    await dialog.getByLabel('Reason').fill('One was broken');
    await fits();
    await dialog.getByRole('button', { name: 'Refund' }).tap();

    await heading('$5.00 of $20.00 was refunded');
    await fits();
  });

  test('from an order and from a run, links lead to their workflows in the UI of the engine', async () => {
    const order = await waitingOrder();
    const { greet } = await gateway().told<{ greet: { run: { id: string } } }>(
      'mutation { greet(input: { name: "Ada" }) { ... on GreetPayload { run { id } } } }',
    );
    const { page, go } = await someone('operator');
    await page.context().route(`${engineUi}/**`, (route) => route.fulfill({ body: 'The UI of the engine' }));
    const workflowAt = async (path: string) => {
      await go(path);
      await page.getByRole('link', { name: 'Workflow in Temporal' }).last().click();
      await page.getByText('The UI of the engine').waitFor();
      const [, namespaces, namespace, workflows, id = ''] = new URL(page.url()).pathname.split('/');
      expect([namespaces, namespace, workflows]).toEqual(['namespaces', system().env.TEMPORAL_NAMESPACE, 'workflows']);
      return system().client.workflow.getHandle(decodeURIComponent(id)).describe();
    };

    for (const tab of ['steps', 'history']) {
      expect((await workflowAt(`/orders/${order}?tab=${tab}`)).workflowId).toContain(order);
      expect((await workflowAt(`/runs/${greet.run.id}?tab=${tab}`)).workflowId).toContain(greet.run.id);
    }
  });

  test('from a pin a link leads to the new order that it is for', async () => {
    const { page, go, heading } = await someone('operator');
    await go('/chaos');
    await page.getByLabel('Order or run').fill('ORD-PINNED');
    await page.getByRole('button', { name: 'Pin', exact: true }).click();

    await page.getByRole('link', { name: 'Place ORD-PINNED' }).click();

    await heading('New order');
    expect(await page.getByLabel('Order id').inputValue()).toBe('ORD-PINNED');
  });

  test('after a pin is removed by keyboard the focus is at the pins', async () => {
    const { page, go, keyboard } = await someone('operator');
    await go('/chaos');
    await page.getByLabel('Order or run').fill('ORD-NO-MORE');
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await page.getByText('Pinned for ORD-NO-MORE').waitFor();

    await keyboard.press(/^Remove shipping.label of ORD-NO-MORE$/);

    await page.getByText('shipping.label of ORD-NO-MORE is no longer pinned').waitFor();
    expect(await keyboard.focused()).toBe('Pins');
  });

  test('an order survives a failing carrier, and the books balance', async () => {
    const { page, go, heading } = await someone('operator');
    await go('/chaos');
    await page.getByLabel('Order or run').fill('ORD-SURVIVES');
    await page.getByLabel('Next outcome').selectOption('carrier_error');
    for (const _ of [1, 2]) await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await page.getByText('Pinned for ORD-SURVIVES').waitFor();

    await gateway().told(
      placing('orderId: "ORD-SURVIVES"').replace('requiresApproval: true', 'requiresApproval: false'),
    );

    const calls = page.getByRole('list', { name: 'Calls' }).getByRole('listitem').filter({ hasText: 'ORD-SURVIVES' });
    await soon(() => calls.filter({ hasText: 'Carrier error, pinned' }).count()).toBe(2);
    await go('/orders/ORD-SURVIVES');
    await page.getByText(/^Attempt ([3-9]|\d\d)/).waitFor();
    await heading(/^Shipped/);
    await go('/chaos');
    await page.getByText('Balanced', { exact: true }).waitFor();
  });
}
