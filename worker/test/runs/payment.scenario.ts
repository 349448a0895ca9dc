import { refund } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { books, dollars, paying, paymentOf, undone } from '../support/payment-run.ts';
import { scenario } from '../support/scenario.ts';
import { fails, hangs, losesItsReply, refuses, works } from '../support/script.ts';
import { patient } from '../support/test-run.ts';
import { workerIsKilled } from '../support/worker-kills.ts';

describe('a payment', () => {
  scenario('holds the amount and captures it', async ({ run }) => {
    const stage = run(paying());

    const { outcome, run: paid, effects } = await stage.plays();

    expect(outcome).toEqual({ status: 'COMPLETED', failure: null });
    expect(effects).toEqual(['HELD 1000', 'CAPTURED 1000']);
    expect(paymentOf(paid)).toMatchObject({ status: 'CAPTURED', captured: dollars(1_000), refunded: null });
    expect(books(stage)).toEqual({ kept: 1_000, held: 0 });
  });

  scenario('that is declined has failed with the refusal, and has nothing to give back', async ({ run }) => {
    const stage = run(paying());
    stage.script.scripts('authorize', refuses('PAYMENT_DECLINED'));

    const { outcome, run: declined } = await stage.plays();

    expect(outcome).toMatchObject({
      status: 'FAILED',
      failure: { code: 'PAYMENT_DECLINED', step: 'AUTHORIZE_PAYMENT' },
    });
    expect(declined).toMatchObject({ compensations: [], payment: { status: 'FAILED' } });
    expect(books(stage)).toEqual({ kept: 0, held: 0 });
  });

  scenario('whose capture is refused gives the hold back', async ({ run }) => {
    const stage = run(paying());
    stage.script.scripts('capture', refuses('AUTHORIZATION_EXPIRED'));

    const { outcome, run: refused } = await stage.plays();

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'AUTHORIZATION_EXPIRED' } });
    expect(undone(refused)).toEqual(['RELEASE_PAYMENT COMPLETED']);
    expect(books(stage)).toEqual({ kept: 0, held: 0 });
  });

  scenario.for([
    ['authorize', ['RELEASE_PAYMENT SKIPPED']],
    ['capture', ['REFUND_PAYMENT SKIPPED', 'RELEASE_PAYMENT COMPLETED']],
  ] as const)('that runs out of patience with %s is undone and fails', async ([operation, undos], { run }) => {
    const stage = run(paying());
    stage.script.scripts(operation, fails);

    const { outcome, run: failed } = await stage.plays();

    expect(outcome).toHaveProperty('workflowFailed');
    expect(failed).toMatchObject({ status: 'FAILED', failure: { code: 'STEP_FAILED' } });
    expect(undone(failed)).toEqual(undos);
    expect(books(stage)).toEqual({ kept: 0, held: 0 });
  });

  scenario.for([['authorize'], ['capture']] as const)(
    'whose reply to %s is lost pays once',
    async ([operation], { run }) => {
      const stage = run(paying());
      stage.script.scripts(operation, losesItsReply, works);

      const { outcome, effects } = await stage.plays();

      expect(outcome).toMatchObject({ status: 'COMPLETED' });
      expect(effects).toEqual(['HELD 1000', 'CAPTURED 1000']);
    },
  );

  scenario('whose replies to capture are all lost is refunded', async ({ run }) => {
    const stage = run(paying());
    stage.script.scripts('capture', losesItsReply);

    const { run: failed } = await stage.plays();

    expect(undone(failed)).toEqual(['REFUND_PAYMENT COMPLETED', 'RELEASE_PAYMENT SKIPPED']);
    expect(books(stage)).toEqual({ kept: 0, held: 0 });
  });
});

scenario('a payment goes on where its worker was killed, whatever it did at that moment', async ({ run, workers }) => {
  const patience = { AUTHORIZE_PAYMENT: patient, CAPTURE_PAYMENT: patient };
  const stages = (['authorize', 'capture'] as const).map((operation) => {
    const stage = run(paying(), { patience });
    stage.script.scripts(operation, hangs, works);
    return [stage, operation] as const;
  });
  await Promise.all(stages.map(([stage]) => stage.starts()));

  await workerIsKilled(workers, ...stages);

  for (const [stage, operation] of stages) {
    const { outcome, effects } = await stage.ends();
    expect(outcome).toMatchObject({ status: 'COMPLETED' });
    expect(effects).toEqual(['HELD 1000', 'CAPTURED 1000']);
    expect(stage.script.calls.filter((call) => call === operation)).toHaveLength(2);
    expect(books(stage)).toEqual({ kept: 1_000, held: 0 });
  }
});

scenario('a payment that is told from a terminal of a refund that makes no sense ignores it', async ({ run }) => {
  const stage = run(paying(60_000));
  await stage.starts();
  await stage.until((paid) => paymentOf(paid)?.status === 'CAPTURED');

  for (const payload of [null, {}, { commandId: 'refund-1', payment: { status: 'REFUNDED' } }])
    await stage.handle.signal(refund.signal, payload);
  await stage.tells('cancel');
  const { outcome, run: cancelled } = await stage.ends();

  expect(outcome).toMatchObject({ status: 'CANCELLED' });
  expect(cancelled.verdicts.map(({ command }) => command)).toEqual(['cancel']);
  expect(books(stage)).toEqual({ kept: 0, held: 0 });
});
