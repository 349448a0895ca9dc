import { describe, expect } from 'vitest';
import type { Operation } from './support/operation.ts';
import { patient } from './support/order.ts';
import { scenario } from './support/scenario.ts';
import { gate, hangs } from './support/script.ts';

/**
 * What is left to see when the customer cancels while a provider does not answer, at each step before the hand-over.
 */
const cases: { step: string; operation: Operation; effects: string[] }[] = [
  { step: 'ENRICH', operation: 'profile', effects: [] },
  { step: 'AUTHORIZE_PAYMENT', operation: 'authorize', effects: ['release: nothing to do'] },
  {
    step: 'RESERVE_INVENTORY',
    operation: 'reserve',
    effects: ['authorize', 'release stock: nothing to do', 'release'],
  },
  {
    step: 'CAPTURE_PAYMENT',
    operation: 'capture',
    effects: ['authorize', 'reserve', 'refund: nothing to do', 'release stock', 'release'],
  },
  {
    step: 'PREPARE_PACKAGE',
    operation: 'prepare',
    effects: [
      ...['authorize', 'reserve', 'capture'],
      ...['cancel shipment: nothing to do', 'refund', 'release stock', 'release: nothing to do'],
    ],
  },
  {
    step: 'CREATE_LABEL',
    operation: 'label',
    effects: [
      ...['authorize', 'reserve', 'capture', 'prepare'],
      ...['cancel label: nothing to do', 'cancel shipment', 'refund', 'release stock', 'release: nothing to do'],
    ],
  },
];

describe('a customer who cancels', () => {
  for (const { step, operation, effects: expected } of cases) {
    scenario(`during ${step} gets everything compensated`, async ({ shop }) => {
      const store = shop(patient);
      store.script.scripts(operation, hangs);
      await store.places();
      await store.untilCalled(operation);

      await store.tells('cancel', { reason: 'changed my mind' });
      const { outcome, order, effects } = await store.ends();

      expect(outcome).toMatchObject({
        status: 'CANCELLED',
        failure: { code: 'CANCELLED', message: 'changed my mind' },
      });
      expect(effects).toEqual([...expected, 'notify CANCELLATION']);
      expect(order.steps.find(({ name }) => name === step)).toMatchObject({ status: 'CANCELLED' });
      expect(order.steps.filter(({ status }) => status === 'PENDING')).toEqual([]);
    });
  }

  scenario('before any step while the book is away compensates nothing', async ({ shop }) => {
    const store = shop(patient);
    store.book.goesAway();
    await store.places();
    await store.until(({ currentStep }) => currentStep === 'RECEIVE');

    await store.tells('cancel', { reason: 'changed my mind' });
    await store.until(({ status }) => status === 'CANCELLED');
    store.book.isBack();
    const { effects, order } = await store.ends();

    expect(effects).toEqual(['notify CANCELLATION']);
    expect(order).toMatchObject({ status: 'CANCELLED', compensations: [] });
  });

  scenario('during a step while the book is away is compensated before the book is back', async ({ shop }) => {
    const store = shop(patient);
    store.script.scripts('reserve', hangs);
    await store.places();
    await store.untilCalled('reserve');
    store.book.goesAway();

    await store.tells('cancel', { reason: 'changed my mind' });
    await store.until(({ status }) => status === 'CANCELLED');
    store.book.isBack();
    const { effects } = await store.ends();

    expect(effects).toEqual(['authorize', 'release stock: nothing to do', 'release', 'notify CANCELLATION']);
  });

  scenario('during a step that then times out still cancels the order', async ({ shop }) => {
    const store = shop({ patience: { AUTHORIZE_PAYMENT: { attempts: 1, timeoutMs: 3_000 } } });
    const bank = gate('works late');
    store.script.scripts('authorize', bank.turn);
    await store.places();
    await store.untilCalled('authorize');

    await store.tells('cancel', { reason: 'changed my mind' });
    const { order } = await store.ends();
    bank.open();

    expect(order.status).toBe('CANCELLED');
    expect(order.steps.find(({ name }) => name === 'AUTHORIZE_PAYMENT')).toMatchObject({
      status: 'CANCELLED',
      error: null,
    });
  });

  scenario('during a step that still succeeds gets it compensated, and no other step starts', async ({ shop }) => {
    const store = shop(patient);
    const bank = gate('works late');
    store.script.scripts('authorize', bank.turn);
    await store.places();
    await store.untilCalled('authorize');

    await store.tells('cancel', { reason: 'changed my mind' });
    await store.hears();
    bank.open();
    const { order, effects } = await store.ends();

    expect(order.status).toBe('CANCELLED');
    expect(effects).toEqual(['authorize', 'release', 'notify CANCELLATION']);
    expect(order.steps.find(({ name }) => name === 'RESERVE_INVENTORY')).toMatchObject({ status: 'SKIPPED' });
  });

  scenario('through the engine itself has the same effect', async ({ shop }) => {
    const store = shop(patient);
    store.script.scripts('capture', hangs);
    await store.places();
    await store.untilCalled('capture');

    await store.handle.cancel();
    const { outcome, effects } = await store.ends();

    expect(outcome).toMatchObject({ status: 'CANCELLED', failure: { code: 'CANCELLED' } });
    expect(effects.slice(2)).toEqual(['refund: nothing to do', 'release stock', 'release', 'notify CANCELLATION']);
  });

  scenario('before the first step starts no step', async ({ shop }) => {
    const store = shop();

    await store.placesAndTells('cancel', { reason: 'at once' });
    const { outcome, effects } = await store.ends();

    expect(outcome).toMatchObject({ status: 'CANCELLED' });
    expect(effects).toEqual(['notify CANCELLATION']);
  });
});
