import type { OrderState } from '@waybill/contracts/domain';
import { expect, test } from 'vitest';
import { restAt } from '../support/rest.ts';
import { aGatewayStanding, anOrderUnderWay } from '../support/standing.ts';

test.each(['approve', 'reject'])(
  'an alias to %s an order that was just started waits until it is asked for',
  async (verb) => {
    const standing = await aGatewayStanding();
    const rest = restAt(standing.gateway, '');
    const steps = [{ name: 'AWAIT_APPROVAL', status: 'PENDING', attempt: 0 }] as unknown as OrderState['steps'];
    const placed = anOrderUnderWay('ORD-1', { status: 'RECEIVED', requiresApproval: true, steps });
    standing.running.set('ORD-1', placed);

    const decided = rest.post(`/api/v1/order/ORD-1/${verb}`, {});
    await expect.poll(() => standing.calls).toContain('engine.follow');
    const early = [...standing.calls];
    standing.running.set('ORD-1', { ...placed, status: 'AWAITING_APPROVAL' });
    standing.happen('ORD-1');
    const { status } = await decided;
    await standing.close();

    expect(early).not.toContain('engine.command');
    expect(standing.calls).toContain('engine.command');
    expect(status).toBe(202);
  },
);
