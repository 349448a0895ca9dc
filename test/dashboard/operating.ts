import { expect, test } from 'vitest';
import { placing } from '../../services/gateway/test/support/sentences.ts';
import type { World } from './world.ts';

/** Payments and their refunds, and faults of the providers. */
export function operating({ gateway, someone }: World): void {
  test('by keyboard alone an operator starts a payment and refunds a part of it', async () => {
    const { page, go, heading, keyboard, troubles } = await someone('operator');

    await go('/');
    await keyboard.press(/^Runs$/);
    await heading('Runs');
    await keyboard.press(/^Payment$/);
    await keyboard.type(/^For order/, 'SHOP-1');
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
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('an order survives a failing carrier, and the books balance', async () => {
    const { page, go, heading } = await someone('operator');
    await go('/chaos');
    await page.getByLabel('Order or run').fill('ORD-SURVIVES');
    for (const _ of [1, 2]) await page.getByLabel('Next outcome').selectOption('carrier_error');
    await page.getByRole('button', { name: 'Pin', exact: true }).click();
    await page.getByText('Pinned for ORD-SURVIVES').waitFor();

    await gateway().told(
      placing('orderId: "ORD-SURVIVES"').replace('requiresApproval: true', 'requiresApproval: false'),
    );

    const calls = page.getByRole('list', { name: 'Calls' });
    await calls.getByText('Carrier error, pinned').first().waitFor();
    await go('/orders/ORD-SURVIVES');
    await page.getByText(/^Attempt 3 of/).waitFor();
    await heading(/^Shipped/);
    await go('/chaos');
    await page.getByText('Balanced', { exact: true }).waitFor();
    expect(await calls.getByText('Carrier error, pinned').count()).toBe(2);
  });
}
