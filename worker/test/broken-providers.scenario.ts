import { describe, expect } from 'vitest';
import { faultSentence } from '../src/activities/customer-messages.ts';
import { step, undone } from './support/reading.ts';
import { scenario } from './support/scenario.ts';
import { fails, gate, hangs, losesItsReply, refuses, works } from './support/script.ts';

describe('an undo', () => {
  scenario('that overtakes its step wins: the late step is refused', async ({ shop }) => {
    const store = shop({ patience: { AUTHORIZE_PAYMENT: { attempts: 1, timeoutMs: 400 } } });
    const bank = gate('works late');
    store.script.scripts('authorize', bank.turn);
    await store.places();

    await store.untilCalled('release');
    bank.open();
    const { effects } = await store.ends();

    expect(effects).toEqual(['release: nothing to do', 'notify FAILURE']);
  });

  scenario(
    'that is refused has failed: the others still run, and the workflow fails for an engineer',
    async ({ shop }) => {
      const store = shop();
      store.script.scripts('prepare', refuses('ADDRESS_REFUSED'));
      store.script.scripts('refund', refuses('REFUND_EXCEEDS_CAPTURE'));

      const { outcome, order, effects } = await store.fulfills();

      expect(outcome).toMatchObject({ workflowFailed: expect.any(String) });
      expect(order).toMatchObject({
        status: 'FAILED',
        failure: { code: 'ADDRESS_REFUSED' },
        payment: { status: 'CAPTURED' },
      });
      expect(undone(order)).toEqual([
        'REFUND_PAYMENT FAILED',
        'RELEASE_INVENTORY COMPLETED',
        'RELEASE_PAYMENT SKIPPED',
      ]);
      expect(order.compensations[0]?.error).toMatchObject({ code: 'REFUND_EXCEEDS_CAPTURE' });
      expect(store.book.journal.filter(({ type }) => type === 'COMPENSATION_FAILED')).toMatchObject([
        {
          step: 'CAPTURE_PAYMENT',
          detail: { name: 'REFUND_PAYMENT', status: 'FAILED', code: 'REFUND_EXCEEDS_CAPTURE' },
        },
      ]);
      expect(effects.slice(3)).toEqual(['release stock', 'release: nothing to do', 'notify FAILURE']);
    },
  );
});

describe('an order whose provider is broken', () => {
  scenario('compensates a hold that may exist, and fails for an engineer', async ({ shop }) => {
    const store = shop();
    store.script.scripts('authorize', losesItsReply);

    const { outcome, order, effects } = await store.fulfills();

    expect(outcome).toEqual({ workflowFailed: faultSentence });
    expect(order).toMatchObject({ status: 'FAILED', failure: { code: 'STEP_FAILED', step: 'AUTHORIZE_PAYMENT' } });
    expect(step(order, 'AUTHORIZE_PAYMENT')).toMatchObject({ status: 'FAILED', attempt: 2 });
    expect(effects).toEqual(['authorize', 'release', 'notify FAILURE']);
  });

  scenario('compensates a charge that never happened, and prevents it from happening later', async ({ shop }) => {
    const store = shop();
    store.script.scripts('capture', fails);

    const { order, effects } = await store.fulfills();

    expect(effects).toEqual([
      ...['authorize', 'reserve'],
      ...['refund: nothing to do', 'release stock', 'release'],
      'notify FAILURE',
    ]);
    expect(undone(order)).toEqual([
      'REFUND_PAYMENT SKIPPED',
      'RELEASE_INVENTORY COMPLETED',
      'RELEASE_PAYMENT COMPLETED',
    ]);
  });

  scenario('cancels the label first when the carrier stops responding', async ({ shop }) => {
    const store = shop({ patience: { CREATE_LABEL: { attempts: 1, timeoutMs: 600 } } });
    store.script.scripts('label', hangs);

    const { outcome, order, effects } = await store.fulfills();

    expect(outcome).toMatchObject({ workflowFailed: expect.any(String) });
    expect(order.failure).toMatchObject({ step: 'CREATE_LABEL' });
    expect(effects.slice(4)).toEqual([
      ...['cancel label: nothing to do', 'cancel shipment', 'refund', 'release stock', 'release: nothing to do'],
      'notify FAILURE',
    ]);
  });

  scenario('is compensated by the parent when the carrier refuses the package', async ({ shop }) => {
    const store = shop();
    store.script.scripts('dispatch', fails);

    const { order, effects } = await store.fulfills();

    expect(order).toMatchObject({ status: 'FAILED', failure: { code: 'STEP_FAILED', step: 'DISPATCH_CARRIER' } });
    expect(effects.slice(5)).toEqual([
      ...['cancel label', 'cancel shipment', 'refund', 'release stock', 'release: nothing to do'],
      'notify FAILURE',
    ]);
  });

  scenario('continues when the provider recovers before the last attempt', async ({ shop }) => {
    const store = shop();
    store.script.scripts('capture', losesItsReply, works);

    const { outcome, order, effects } = await store.fulfills();

    expect(outcome).toMatchObject({ status: 'SHIPPED' });
    expect(step(order, 'CAPTURE_PAYMENT')).toMatchObject({ status: 'COMPLETED', attempt: 2 });
    expect(effects.filter((effect) => effect === 'capture')).toHaveLength(1);
  });

  scenario('retries a compensation until it succeeds', async ({ shop }) => {
    const store = shop();
    store.script.scripts('reserve', refuses('OUT_OF_STOCK'));
    store.script.scripts('release', fails, fails, works);

    const { order } = await store.fulfills();

    expect(order.compensations).toMatchObject([{ name: 'RELEASE_PAYMENT', status: 'COMPLETED', attempt: 3 }]);
  });
});
