import { describe, expect } from 'vitest';
import { books, dollars, paying, paymentOf, undone } from '../support/payment-run.ts';
import { scenario } from '../support/scenario.ts';
import { fails, gate, hangs, losesItsReply, works } from '../support/script.ts';
import { patient } from '../support/test-run.ts';
import { workerIsKilled } from '../support/worker-kills.ts';

describe('a payment that is cancelled', () => {
  scenario.for([['authorize'], ['capture']] as const)('while %s runs is undone', async ([operation], { run }) => {
    const stage = run(paying(), { patience: { AUTHORIZE_PAYMENT: patient, CAPTURE_PAYMENT: patient } });
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

  scenario('is given back once, where the reply is lost and where the worker is killed', async ({ run, workers }) => {
    const stages = [[fails], [losesItsReply], []].map((first) => {
      const stage = run(paying(60_000));
      stage.script.scripts('refund', ...first, hangs, works);
      return [stage, 'refund', first.length + 1] as const;
    });
    for (const [stage] of stages) {
      await stage.starts();
      await stage.until((paid) => paymentOf(paid)?.status === 'CAPTURED');
      await stage.tells('cancel');
    }

    await workerIsKilled(workers, ...stages);

    for (const [stage] of stages) {
      const { outcome, run: cancelled } = await stage.ends();
      expect(outcome).toMatchObject({ status: 'CANCELLED' });
      expect(undone(cancelled)).toEqual(['REFUND_PAYMENT COMPLETED', 'RELEASE_PAYMENT SKIPPED']);
      expect(stage.script.account.sums).toEqual({ captured: 1_000, refunded: 1_000 });
    }
  });
});
