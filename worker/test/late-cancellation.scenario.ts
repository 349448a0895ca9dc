import { describe, expect } from 'vitest';
import { hasFailed } from './support/operating.ts';
import { patient } from './support/order.ts';
import { scenario } from './support/scenario.ts';
import { fails, gate, hangs } from './support/script.ts';

describe('a customer who cancels', () => {
  scenario('during the hand-over is too late when the carrier accepts the package', async ({ shop }) => {
    const store = shop(patient);
    const carrier = gate();
    store.script.scripts('dispatch', carrier.turn);
    await store.places();
    await store.untilCalled('dispatch');

    await store.tells('cancel', { reason: 'too late' });
    await store.hears();
    carrier.open();
    const { outcome, order } = await store.ends();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
    expect(order.verdicts).toMatchObject([{ commandId: 'cancel-1', refusal: 'ALREADY_SHIPPED' }]);
  });

  scenario('during the hand-over is cancelled when the carrier refuses the package', async ({ shop }) => {
    const store = shop();
    store.script.scripts('dispatch', hangs);
    await store.places();
    await store.untilCalled('dispatch');

    await store.tells('cancel', { reason: 'in time' });
    await store.hears();
    store.script.scripts('dispatch', fails);
    const { outcome, order, effects } = await store.ends();

    expect(outcome).toMatchObject({ status: 'CANCELLED', failure: { message: 'in time' } });
    expect(order.verdicts).toMatchObject([{ commandId: 'cancel-1', refusal: null }]);
    expect(effects.slice(5)).toEqual([
      ...['cancel label', 'cancel shipment', 'refund', 'release stock', 'release: nothing to do'],
      'notify CANCELLATION',
    ]);
  });

  scenario('during a hand-over that an operator then gives up is refused, and the order fails', async ({ shop }) => {
    const store = shop({ patience: { DISPATCH_CARRIER: { attempts: 5, firstRetryMs: 600_000, timeoutMs: 30_000 } } });
    store.script.scripts('dispatch', fails);
    await store.places();
    await hasFailed(store, 'dispatch');

    await store.tells('cancel', { reason: 'in time' });
    await store.tells('giveUpStep', { step: 'DISPATCH_CARRIER', attempt: 2, reason: 'it never works' });
    const { outcome, order } = await store.ends();

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'STEP_GIVEN_UP' } });
    expect(order.verdicts).toMatchObject([
      { commandId: 'giveUpStep-2', refusal: null },
      { commandId: 'cancel-1', refusal: 'ORDER_CLOSED' },
    ]);
  });

  scenario('after the shipment gets a refusal', async ({ shop }) => {
    const store = shop(patient);
    const message = gate();
    store.script.scripts('notify', message.turn);
    await store.places();
    await store.until(({ status }) => status === 'SHIPPED');

    await store.tells('cancel', { reason: 'too late' });
    await store.until(({ verdicts }) => verdicts.length === 1);
    message.open();
    const { order } = await store.ends();

    expect(order.verdicts).toMatchObject([{ refusal: 'ALREADY_SHIPPED' }]);
  });
});
