import type { OrderState } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import { aGatewayWithDoubles, anOrderUnderWay } from '../support/gateway-with-doubles.ts';
import { restAt } from '../support/rest.ts';

test.each(['approve', 'reject'])(
  'an alias to %s an order that was just started waits until it is asked for',
  async (verb) => {
    const fixture = await aGatewayWithDoubles();
    const rest = restAt(fixture.gateway, '');
    const steps = [{ name: 'AWAIT_APPROVAL', status: 'PENDING', attempt: 0 }] as unknown as OrderState['steps'];
    const placed = anOrderUnderWay('ORD-1', { status: 'RECEIVED', requiresApproval: true, steps });
    fixture.running.set('ORD-1', placed);

    const decided = rest.post(`/api/v1/order/ORD-1/${verb}`, {});
    await expect.poll(() => fixture.calls).toContain('engine.follow');
    const early = [...fixture.calls];
    fixture.running.set('ORD-1', { ...placed, status: 'AWAITING_APPROVAL' });
    fixture.happen('ORD-1');
    const { status } = await decided;
    await fixture.close();

    expect(early).not.toContain('engine.command');
    expect(fixture.calls).toContain('engine.command');
    expect(status).toBe(202);
  },
);
