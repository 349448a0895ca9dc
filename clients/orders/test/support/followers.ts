import { anOrder, type TestEngine } from '@waybill/orders-client/testing';
import { afterEach } from 'vitest';
import { eagerly } from './follower.ts';

/** Orders that wait for an approval, and followers of orders, each until the end of its test. */
export function createFollowers(testEngine: () => TestEngine) {
  const watches: AbortController[] = [];
  afterEach(() => {
    for (const watch of watches.splice(0)) watch.abort();
  });

  function follow(orderId: string, afterSeq = 0, orders = testEngine().orders) {
    const watch = new AbortController();
    watches.push(watch);
    return eagerly((onFault) => orders.follow(orderId, afterSeq, watch.signal, onFault));
  }

  async function aWaitingOrder(): Promise<string> {
    const { orderId } = await testEngine().orders.place(anOrder(), { idempotencyKey: null, caller: 'CUST-1' });
    await follow(orderId).until(({ order }) => order.status === 'AWAITING_APPROVAL');
    watches.pop()?.abort();
    return orderId;
  }

  const approve = (orderId: string) =>
    testEngine().orders.command(orderId, 'approve', {
      commandId: 'c-1',
      actor: 'MGR-1',
      fingerprint: 'f',
      correlationId: 'cor-1',
      byStaff: true,
      note: null,
    });

  return { follow, aWaitingOrder, approve };
}
