import { expect, test } from 'vitest';
import { placing } from '../../services/gateway/test/support/sentences.ts';
import type { DashboardSystem } from './dashboard-system.ts';

/** What is said of the compensations of an order. */
export function compensating({ gateway, someone }: DashboardSystem): void {
  test('a compensation that was carried out is done, and one that was not needed says why', async () => {
    const id = 'ORD-UNDONE';
    await gateway().told(`mutation { pinChaos(input: {
      orderId: "${id}", operation: "shipping.label", outcomes: ["address_refused"]
    }) { __typename } }`);
    await gateway().told(placing(`orderId: "${id}"`).replace('requiresApproval: true', 'requiresApproval: false'));
    const { page, go, heading } = await someone('operator');

    await go(`/orders/${id}`);
    await heading(/^Failed at .*compensated$/);

    const said = async (name: string) => {
      const title = page.locator('li li p').filter({ has: page.getByText(name, { exact: true }) });
      return title.locator('strong + span').textContent();
    };
    expect(await said('Refund payment')).toBe('Done');
    expect(await said('Cancel shipment')).toBe('Done');
    expect(await said('Release stock')).toBe('Done');
    expect(await said('Release payment')).toBe('Not needed: the captured payment was refunded');
  });
}
