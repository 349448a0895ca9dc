import type { PaymentRun, RunState } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import type { RunStage } from '../support/run-stage.ts';
import { quick, type RunContent } from '../support/run-stage.ts';
import { scenario } from '../support/scenario.ts';
import { fails, gate, losesItsReply, refuses, works } from '../support/script.ts';

const quickly = { ...quick, timeoutMs: 20_000 };
const dollars = (amountMinor: number) => ({ amountMinor, currencyCode: 'USD' });
const paying = (cancellableForMs: number | null = null): RunContent[0] => ({
  kind: 'PAYMENT',
  orderId: 'ORD-OF-THE-SHOP',
  customerId: 'ada',
  amount: dollars(1_000),
  cancellableForMs,
});

const undone = ({ compensations }: RunState) => compensations.map(({ name, status }) => `${name} ${status}`);
const paymentOf = (run: RunState) => (run as PaymentRun).payment;

/** What the shop has of the customer's money, by the provider's own books: `held` must be nothing once a payment is over. */
const books = ({ script: { account } }: RunStage) => ({
  kept: account.sums.captured - account.sums.refunded,
  held: account.openHold(),
});

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

describe('a payment that is cancelled', () => {
  scenario.for([['authorize'], ['capture']] as const)('while %s runs is undone', async ([operation], { run }) => {
    const stage = run(paying(), { patience: { AUTHORIZE_PAYMENT: quickly, CAPTURE_PAYMENT: quickly } });
    stage.script.scripts(operation, gate().turn);
    await stage.starts();
    await stage.untilCalled(operation);

    await stage.tells('cancel');
    const { outcome, run: cancelled } = await stage.ends();

    expect(outcome).toMatchObject({ status: 'CANCELLED', failure: { code: 'CANCELLED', message: 'No longer wanted' } });
    expect(cancelled).toMatchObject({ endedBy: 'maria' });
    expect(books(stage)).toEqual({ kept: 0, held: 0 });
  });

  scenario('after its capture, while that is still possible, is refunded', async ({ run }) => {
    const stage = run(paying(60_000));
    await stage.starts();
    await stage.until((paid) => paymentOf(paid)?.status === 'CAPTURED');

    await stage.tells('cancel');
    const { outcome, run: cancelled } = await stage.ends();

    expect(outcome).toMatchObject({ status: 'CANCELLED' });
    expect(paymentOf(cancelled)).toMatchObject({ status: 'REFUNDED', refunded: dollars(1_000) });
    expect(undone(cancelled)).toEqual(['REFUND_PAYMENT COMPLETED', 'RELEASE_PAYMENT SKIPPED']);
    expect(books(stage)).toEqual({ kept: 0, held: 0 });
  });

  scenario('by the engine itself takes the same way', async ({ run }) => {
    const stage = run(paying(60_000));
    await stage.starts();
    await stage.until((paid) => paymentOf(paid)?.status === 'CAPTURED');

    await stage.handle.cancel();
    const { outcome } = await stage.ends();

    expect(outcome).toMatchObject({ status: 'CANCELLED' });
    expect(books(stage)).toEqual({ kept: 0, held: 0 });
  });

  scenario('too late has been paid', async ({ run }) => {
    const stage = run(paying(50));

    const { outcome } = await stage.plays();

    expect(outcome).toMatchObject({ status: 'COMPLETED' });
    await expect(stage.tells('cancel')).rejects.toMatchObject({ name: 'NotRunning' });
    expect(books(stage)).toEqual({ kept: 1_000, held: 0 });
  });
});

scenario('a payment goes on where its worker was killed', async ({ run, street }) => {
  const stage = run(paying());
  const { turn, open } = gate();
  stage.script.scripts('capture', turn, works);
  await stage.starts();
  await stage.untilCalled('capture');

  const gone = street.workersLeave();
  open();
  await gone;
  await street.workersCome();
  const { outcome, effects } = await stage.ends();

  expect(outcome).toMatchObject({ status: 'COMPLETED' });
  expect(effects).toEqual(['HELD 1000', 'CAPTURED 1000']);
});
