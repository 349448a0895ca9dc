import { expect, test } from 'vitest';
import { sweep } from '../src/calls/sweep.ts';
import { anOrder, usd } from './an-order.ts';
import { minute, openTestProviders } from './test-providers.ts';

const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 60 * minute);

test(
  'replies are deleted after a day and draws after a week, without changing later draws',
  async () => {
    const testProviders = await openTestProviders();
    const orderId = anOrder();
    await testProviders.chaos.pin({
      orderId,
      operation: 'payment.authorize',
      outcomes: ['success', 'success', 'server_error'],
    });
    const authorize = () =>
      testProviders.payment.authorize(
        { orderId, customerId: 'c-1', amount: usd(500) },
        { idempotencyKey: `${orderId}:A` },
      );
    const remembered = async () => {
      const answers = await testProviders.query('select from chaos.answers', []);
      const { entries } = await testProviders.chaos.log({ orderId });
      return { answers: answers.length, draws: entries.length };
    };

    await authorize();
    await sweep(testProviders.query, hoursFromNow(23));
    const afterHours = await remembered();
    await sweep(testProviders.query, hoursFromNow(25));
    const afterADay = await remembered();
    await sweep(testProviders.query, hoursFromNow(8 * 24));
    const afterAWeek = await remembered();
    const again = await authorize();

    expect([afterHours, afterADay, afterAWeek]).toEqual([
      { answers: 1, draws: 1 },
      { answers: 0, draws: 1 },
      { answers: 0, draws: 0 },
    ]);
    expect(again.authorized).toEqual(usd(500));
    await expect(authorize()).rejects.toThrow('answered 500');
    expect((await testProviders.audit.whole()).violations).toEqual([]);
    await testProviders.stop();
  },
  minute,
);

test(
  'a sweep continues until nothing old is left, and concurrent requests join it',
  async () => {
    const testProviders = await openTestProviders();
    for (let call = 0; call < 5; call++)
      await testProviders.payment.authorize(
        { orderId: anOrder(), customerId: 'c-1', amount: usd(500) },
        { idempotencyKey: `K-${call}` },
      );
    await testProviders.query("update chaos.answers set answered_at = now() - interval '2 days'", []);
    await sweep(testProviders.query, new Date(), 2);
    const left = await testProviders.query('select from chaos.answers', []);

    const swept = await Promise.all([testProviders.sweep(), testProviders.sweep()]);

    expect(left).toEqual([]);
    expect(swept).toEqual([{ swept: true }, { swept: true }]);
    await testProviders.stop();
  },
  minute,
);

test(
  'a refund is known by its key forever: repeated after its reply was deleted, it has no effect',
  async () => {
    const testProviders = await openTestProviders();
    const { payment } = testProviders;
    const orderId = anOrder();
    const { authorizationId } = await payment.authorize({ orderId, customerId: 'c-1', amount: usd(500) });
    await payment.capture({ orderId, authorizationId, amount: usd(500) });
    await testProviders.chaos.pin({
      orderId,
      operation: 'payment.refund',
      outcomes: ['success', 'success', 'already_refunded'],
    });
    const refund = (key: string, amount?: number) =>
      payment.refund({ orderId, ...(amount ? { amount: usd(amount) } : {}) }, { idempotencyKey: key });

    await refund('A', 200);
    await sweep(testProviders.query, hoursFromNow(25));
    await refund('A', 200);
    await expect(refund('B')).rejects.toMatchObject({ code: 'ALREADY_REFUNDED' });
    const made = await Promise.all(['A', 'B', 'C'].map((key) => payment.refundBy({ orderId, key })));

    expect(made).toEqual([usd(200), usd(300), null]);
    expect(await payment.status({ orderId })).toMatchObject({ status: 'REFUNDED', refunded: usd(500) });
    await testProviders.stop();
  },
  minute,
);
