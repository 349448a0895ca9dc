import { describe, expect } from 'vitest';
import { entry, hasFailed, verdictIn } from './support/operating.ts';
import { scenario } from './support/scenario.ts';
import { fails, gate, works } from './support/script.ts';

describe('a compensation that an operator settles', () => {
  scenario('is done, and the payment is marked as refunded', async ({ shop }) => {
    const store = shop();
    store.script.scripts('refund', fails);
    store.script.scripts('prepare', fails);
    await store.places();
    await hasFailed(store, 'refund');

    await store.tells('settleCompensation', { step: 'CAPTURE_PAYMENT', attempt: 2, note: 'paid back at the bank' });
    const { order, effects } = await store.ends();

    expect(order.compensations.find(({ undoes }) => undoes === 'CAPTURE_PAYMENT')).toMatchObject({
      status: 'COMPLETED',
      settledBy: 'maria',
      note: 'paid back at the bank',
      error: null,
    });
    expect(order).toMatchObject({ status: 'FAILED', payment: { status: 'REFUNDED' } });
    expect(effects.slice(-3)).toEqual(['release stock', 'release: nothing to do', 'notify FAILURE']);
    expect(entry(store, 'COMPENSATION_SETTLED')).toMatchObject({ step: 'CAPTURE_PAYMENT', actor: 'maria' });
  });

  scenario('is requested once more, so that its step cannot happen late', async ({ shop }) => {
    const store = shop();
    store.script.scripts('release', fails, fails, fails, works);
    store.script.scripts('reserve', fails);
    await store.places();
    await hasFailed(store, 'release', 3);

    await store.tells('settleCompensation', { step: 'AUTHORIZE_PAYMENT', attempt: 4, note: 'released at the bank' });
    const { order, effects } = await store.ends();

    expect(order.payment?.status).toBe('RELEASED');
    expect(effects).toContain('release');
    expect(entry(store, 'COMPENSATION_SETTLED')).toMatchObject({ step: 'AUTHORIZE_PAYMENT', actor: 'maria' });
  });

  scenario('and succeeds meanwhile has succeeded by itself', async ({ shop }) => {
    const store = shop();
    const bank = gate('works late');
    store.script.scripts('release', fails, bank.turn);
    store.script.scripts('reserve', fails);
    await store.places();
    await store.untilCalled('release', 2);

    await store.tells('settleCompensation', { step: 'AUTHORIZE_PAYMENT', attempt: 2, note: 'released at the bank' });
    await store.hears();
    bank.open();
    const { order } = await store.ends();

    expect(verdictIn(store, 'settleCompensation')).toBe('NOTHING_TO_DO');
    expect(order.compensations.find(({ undoes }) => undoes === 'AUTHORIZE_PAYMENT')).toMatchObject({
      status: 'COMPLETED',
      attempt: 2,
    });
  });
});
