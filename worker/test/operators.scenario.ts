import type { OrderStepName } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { areWaiting, entry, hasFailed, verdictIn } from './support/operating.ts';
import type { Operation } from './support/operation.ts';
import { scenario } from './support/scenario.ts';
import { fails, gate, works } from './support/script.ts';

const never = { attempts: 5, firstRetryMs: 600_000, timeoutMs: 30_000 };
const patient = { AUTHORIZE_PAYMENT: never, CREATE_LABEL: never, DISPATCH_CARRIER: never, NOTIFY_CUSTOMER: never };

describe('an operator who retries a step now', () => {
  for (const [step, operation] of [
    ['AUTHORIZE_PAYMENT', 'authorize'],
    ['CREATE_LABEL', 'label'],
  ] as const) {
    scenario(`skips the back-off of ${step}, without an extra attempt`, async ({ shop }) => {
      const store = shop({ patience: patient });
      store.script.scripts(operation, fails, fails, works);
      await store.places();
      await hasFailed(store, operation);
      await store.tells('retryNow', { step, attempt: 2 });
      await hasFailed(store, operation, 2);

      await store.tells('retryNow', { step, attempt: 3 });
      const { order } = await store.ends();

      expect(order.status).toBe('SHIPPED');
      expect(order.steps.find(({ name }) => name === step)).toMatchObject({ status: 'COMPLETED', attempt: 3 });
      expect(entry(store, 'STEP_RETRIED_BY_HAND')).toMatchObject({ step, actor: 'maria', detail: { attempt: 2 } });
    });
  }

  scenario('retries each part of the enrichment immediately', async ({ shop }) => {
    const store = shop({ patience: { ENRICH: never } });
    for (const part of ['profile', 'recommend'] as const) store.script.scripts(part, fails, works);
    await store.places();
    await areWaiting(store, 2);

    await store.tells('retryNow', { step: 'ENRICH', attempt: 2 });
    const { order } = await store.ends();

    const { detail } = order.steps.find(({ name }) => name === 'ENRICH') ?? {};
    expect(order.status).toBe('SHIPPED');
    expect(detail).toMatchObject({ customer: { name: 'Ada' }, recommendations: ['PEN'] });
  });

  scenario('retries a compensation immediately, too', async ({ shop }) => {
    const store = shop();
    store.script.scripts('release', fails, fails, works);
    store.script.scripts('reserve', fails);
    await store.places();
    await hasFailed(store, 'release', 2);

    await store.tells('retryNow', { step: 'AUTHORIZE_PAYMENT', attempt: 3 });
    const { order } = await store.ends();

    expect(entry(store, 'STEP_RETRIED_BY_HAND')).toMatchObject({ step: 'AUTHORIZE_PAYMENT', actor: 'maria' });
    expect(order.compensations.at(-1)).toMatchObject({ status: 'COMPLETED', attempt: 3 });
  });
});

describe('a step that an operator gives up', () => {
  for (const [step, operation, expected] of [
    ['AUTHORIZE_PAYMENT', 'authorize', ['release: nothing to do']],
    [
      'CREATE_LABEL',
      'label',
      [
        ...['authorize', 'reserve', 'capture', 'prepare'],
        ...['cancel label: nothing to do', 'cancel shipment', 'refund', 'release stock', 'release: nothing to do'],
      ],
    ],
    [
      'DISPATCH_CARRIER',
      'dispatch',
      [
        ...['authorize', 'reserve', 'capture', 'prepare', 'label'],
        ...['cancel label', 'cancel shipment', 'refund', 'release stock', 'release: nothing to do'],
      ],
    ],
  ] satisfies [OrderStepName, Operation, string[]][]) {
    scenario(`while ${step} waits is compensated with all before it`, async ({ shop }) => {
      const store = shop({ patience: patient });
      store.script.scripts(operation, fails);
      await store.places();
      await hasFailed(store, operation);

      await store.tells('giveUpStep', { step, attempt: 2, reason: 'it never works' });
      const { outcome, order, effects } = await store.ends();

      const failure = { code: 'STEP_GIVEN_UP', message: 'it never works', step };
      expect(outcome).toEqual({ status: 'FAILED', failure, trackingNumber: null });
      expect(order).toMatchObject({ failure, endedBy: 'maria' });
      expect(order.steps.find(({ name }) => name === step)).toMatchObject({ status: 'FAILED', attempt: 2 });
      expect(effects).toEqual([...expected, 'notify FAILURE']);
      expect(entry(store, 'STEP_GIVEN_UP')).toMatchObject({ step, actor: 'maria' });
    });
  }

  scenario('and that completes meanwhile is completed, and the order continues', async ({ shop }) => {
    const store = shop({ patience: { AUTHORIZE_PAYMENT: { attempts: 3, firstRetryMs: 1, timeoutMs: 30_000 } } });
    const bank = gate('works late');
    store.script.scripts('authorize', fails, bank.turn);
    await store.places();
    await store.untilCalled('authorize', 2);

    await store.tells('giveUpStep', { step: 'AUTHORIZE_PAYMENT', attempt: 2, reason: 'it never works' });
    await store.hears();
    bank.open();
    const { order } = await store.ends();

    expect(order.status).toBe('SHIPPED');
    expect(verdictIn(store, 'giveUpStep')).toBe('NOTHING_TO_DO');
  });

  scenario('which is the notification of the customer leaves the order shipped', async ({ shop }) => {
    const store = shop({ patience: patient });
    store.script.scripts('notify', fails);
    await store.places();
    await hasFailed(store, 'notify');

    await store.tells('giveUpStep', { step: 'NOTIFY_CUSTOMER', attempt: 2, reason: 'he knows' });
    const { outcome, order } = await store.ends();

    expect(outcome).toMatchObject({ status: 'SHIPPED', failure: null });
    expect(order.steps.at(-1)).toMatchObject({ status: 'FAILED', error: { code: 'STEP_GIVEN_UP' } });
    expect(verdictIn(store, 'giveUpStep')).toBe(null);
  });
});

scenario(
  'for a step that waits for a person, has not failed or is not running there is nothing to do',
  async ({ shop }) => {
    const store = shop({ requiresApproval: true });
    await store.places();
    await store.until(({ status }) => status === 'AWAITING_APPROVAL');

    await store.tells('giveUpStep', { step: 'AWAIT_APPROVAL', attempt: 2, reason: 'no' });
    await store.tells('retryNow', { step: 'AUTHORIZE_PAYMENT', attempt: 2 });
    await store.tells('settleCompensation', { step: 'AUTHORIZE_PAYMENT', attempt: 2, note: 'no' });
    await store.tells('approve');
    const { order } = await store.ends();

    expect(order.status).toBe('SHIPPED');
    for (const command of ['giveUpStep', 'retryNow', 'settleCompensation'])
      expect(verdictIn(store, command)).toBe('NOTHING_TO_DO');
  },
);
