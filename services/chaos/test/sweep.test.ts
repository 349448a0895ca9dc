import { expect, test } from 'vitest';
import { sweep } from '../src/calls/sweep.ts';
import { anOrder, usd } from './an-order.ts';
import { aWorldOfProviders, minute } from './world.ts';

const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 60 * minute);

test(
  'answers are forgotten after a day and draws after a week, but never what a later call draws',
  async () => {
    const world = await aWorldOfProviders();
    const orderId = anOrder();
    await world.chaos.pin({
      orderId,
      operation: 'payment.authorize',
      outcomes: ['success', 'success', 'server_error'],
    });
    const authorize = () =>
      world.payment.authorize({ orderId, customerId: 'c-1', amount: usd(500) }, { idempotencyKey: `${orderId}:A` });
    const remembered = async () => {
      const answers = await world.query('select from chaos.answers', []);
      const { entries } = await world.chaos.log({ orderId });
      return { answers: answers.length, draws: entries.length };
    };

    await authorize();
    await sweep(world.query, hoursFromNow(23));
    const afterHours = await remembered();
    await sweep(world.query, hoursFromNow(25));
    const afterADay = await remembered();
    await sweep(world.query, hoursFromNow(8 * 24));
    const afterAWeek = await remembered();
    const again = await authorize();

    expect([afterHours, afterADay, afterAWeek]).toEqual([
      { answers: 1, draws: 1 },
      { answers: 0, draws: 1 },
      { answers: 0, draws: 0 },
    ]);
    expect(again.authorized).toEqual(usd(500));
    await expect(authorize()).rejects.toThrow('answered 500');
    expect((await world.audit.whole()).violations).toEqual([]);
    await world.stop();
  },
  minute,
);

test(
  'a sweep goes on until nothing is left that is old, and who asks for one meanwhile waits for the same',
  async () => {
    const world = await aWorldOfProviders();
    for (let call = 0; call < 5; call++)
      await world.payment.authorize(
        { orderId: anOrder(), customerId: 'c-1', amount: usd(500) },
        { idempotencyKey: `K-${call}` },
      );
    await world.query("update chaos.answers set answered_at = now() - interval '2 days'", []);
    await sweep(world.query, new Date(), 2);
    const left = await world.query('select from chaos.answers', []);

    const swept = await Promise.all([world.sweep(), world.sweep()]);

    expect(left).toEqual([]);
    expect(swept).toEqual([{ swept: true }, { swept: true }]);
    await world.stop();
  },
  minute,
);

test(
  'a refund is known by its key for good: repeated after its reply was forgotten, it gives nothing back again',
  async () => {
    const world = await aWorldOfProviders();
    const { payment } = world;
    const orderId = anOrder();
    const { authorizationId } = await payment.authorize({ orderId, customerId: 'c-1', amount: usd(500) });
    await payment.capture({ orderId, authorizationId, amount: usd(500) });
    await world.chaos.pin({
      orderId,
      operation: 'payment.refund',
      outcomes: ['success', 'success', 'already_refunded'],
    });
    const refund = (key: string, amount?: number) =>
      payment.refund({ orderId, ...(amount ? { amount: usd(amount) } : {}) }, { idempotencyKey: key });

    await refund('A', 200);
    await sweep(world.query, hoursFromNow(25));
    await refund('A', 200);
    await expect(refund('B')).rejects.toMatchObject({ code: 'ALREADY_REFUNDED' });
    const made = await Promise.all(['A', 'B', 'C'].map((key) => payment.refundBy({ orderId, key })));

    expect(made).toEqual([usd(200), usd(300), null]);
    expect(await payment.status({ orderId })).toMatchObject({ status: 'REFUNDED', refunded: usd(500) });
    await world.stop();
  },
  minute,
);
