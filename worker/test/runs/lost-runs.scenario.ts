import { type PaymentRun, type RunOutcome, type RunState, runRecovery } from '@waybill/contracts/domain';
import { describe, expect } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { scenario } from '../support/scenario.ts';
import { hangs, losesItsReply, works } from '../support/script.ts';
import { placingInAnHour } from '../support/standing-order.ts';
import { patient, type RunContent, type TestRun } from '../support/test-run.ts';
import type { TestWorkers } from '../support/test-workers.ts';

const paying = (cancellableForMs: number | null = null): RunContent[0] => ({
  kind: 'PAYMENT',
  orderId: 'ORD-OF-THE-SHOP',
  customerId: 'ada',
  amount: { amountMinor: 1_000, currencyCode: 'USD' },
  cancellableForMs,
});

const undone = ({ compensations }: RunState) => compensations.map(({ name, status }) => `${name} ${status}`);
const moneyOf = ({ script: { account } }: TestRun) => ({
  kept: account.sums.captured - account.sums.refunded,
  held: account.openHold(),
});
const nothing = { kept: 0, held: 0 };

async function recovered({ runId }: TestRun, { runExecutions, client }: TestWorkers): Promise<RunOutcome | null> {
  await runExecutions.recover(runId);
  return client.workflow.getHandle(runRecovery.idFor(runId)).result() as Promise<RunOutcome | null>;
}

const inBook = ({ book }: TestRun, isSo: (run: RunState) => boolean) =>
  eventually(async () => {
    const run = book.run();
    return run && isSo(run) ? run : undefined;
  });

/** The book has the end, and a journal without a gap up to it. */
function wholeIn({ book }: TestRun): RunState {
  const run = book.run();
  if (!run) throw new Error('The book has never heard of the run');
  expect(run).toMatchObject({ closedAt: expect.any(String) });
  expect(book.journal().map(({ seq }) => seq)).toEqual(Array.from({ length: run.revision }, (_, at) => at + 1));
  expect(book.journal().at(-1)?.type).toBe('RUN_CLOSED');
  expect(run.steps.filter(({ status }) => status === 'RUNNING' || status === 'PENDING')).toEqual([]);
  return run;
}

describe('a payment that is lost', () => {
  scenario.for([['authorize'], ['capture']] as const)(
    'between the reply to %s and the book gives back what it took',
    async ([operation], { run, workers }) => {
      const stage = run(paying(), { patience: { AUTHORIZE_PAYMENT: patient, CAPTURE_PAYMENT: patient } });
      stage.script.scripts(operation, losesItsReply, hangs);
      await stage.starts();
      await eventually(async () => stage.script.calls.filter((call) => call === operation).length > 1 || undefined);
      await stage.handle.terminate('by an operator');

      const outcome = await recovered(stage, workers);

      expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST' } });
      expect(moneyOf(stage)).toEqual(nothing);
      expect(wholeIn(stage)).toMatchObject({ status: 'FAILED', compensations: [{}, {}] });
    },
  );

  scenario('after its capture is refunded, and says so', async ({ run, workers }) => {
    const stage = run(paying(600_000));
    await stage.starts();
    await inBook(stage, ({ steps }) => steps.every(({ status }) => status === 'COMPLETED'));
    await stage.handle.terminate('by an operator');

    const outcome = await recovered(stage, workers);

    expect(outcome).toMatchObject({ status: 'FAILED' });
    const refunded = wholeIn(stage) as PaymentRun;
    expect(undone(refunded)).toEqual(['REFUND_PAYMENT COMPLETED', 'RELEASE_PAYMENT SKIPPED']);
    expect(refunded.payment).toMatchObject({ status: 'REFUNDED', captured: { amountMinor: 1_000 } });
    expect(moneyOf(stage)).toEqual(nothing);
  });

  scenario('while a cancellation is being carried out ends cancelled', async ({ run, workers }) => {
    const stage = run(paying(600_000));
    await stage.starts();
    await inBook(stage, ({ steps }) => steps.every(({ status }) => status === 'COMPLETED'));
    stage.script.scripts('refund', hangs);
    await stage.tells('cancel');
    await stage.untilCalled('refund');
    await inBook(stage, ({ status }) => status === 'COMPENSATING');
    await stage.handle.terminate('by an operator');
    stage.script.scripts('refund', works);

    const outcome = await recovered(stage, workers);

    expect(outcome).toMatchObject({ status: 'CANCELLED', failure: { message: 'No longer wanted' } });
    expect(wholeIn(stage)).toMatchObject({ status: 'CANCELLED', endedBy: 'maria' });
    expect(moneyOf(stage)).toEqual(nothing);
  });
});

describe('a run that is lost', () => {
  scenario('is left alone while its workflow runs, and once it is closed', async ({ run, workers }) => {
    const stage = run(paying(600_000));
    await stage.starts();
    await inBook(stage, () => true);
    const whileItRuns = await recovered(stage, workers);
    await stage.handle.terminate('by an operator');
    await recovered(stage, workers);
    const { revision } = wholeIn(stage);

    const onceClosed = await recovered(stage, workers);

    expect([whileItRuns, onceClosed]).toEqual([null, null]);
    expect(wholeIn(stage).revision).toBe(revision);
  });

  scenario('has failed, where it only reads', async ({ run, workers }) => {
    const stage = run(
      { kind: 'USER_CONTEXT', userId: 'ada', strategy: 'SEQUENTIAL' },
      { patience: { WEATHER: patient } },
    );
    stage.script.scripts('weather', hangs);
    await stage.starts();
    await stage.untilCalled('weather');
    await inBook(stage, ({ steps }) => steps.some(({ status }) => status === 'COMPLETED'));
    await stage.handle.terminate('by an operator');

    const outcome = await recovered(stage, workers);

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST', step: 'WEATHER' } });
    expect(wholeIn(stage).steps.map(({ status }) => status)).toEqual(['COMPLETED', 'FAILED', 'SKIPPED']);
  });

  scenario('has failed, where it was to place an order some time', async ({ run, workers }) => {
    const stage = run(placingInAnHour());
    await stage.starts();
    await inBook(stage, ({ revision }) => revision > 0);
    await stage.handle.terminate('by an operator');

    const outcome = await recovered(stage, workers);

    expect(outcome).toMatchObject({ status: 'FAILED', failure: { code: 'WORKFLOW_LOST', step: null } });
    expect(wholeIn(stage)).toMatchObject({ status: 'FAILED', nextAt: null });
  });
});
