import { MockActivityEnvironment } from '@temporalio/testing';
import type { PaymentRun, RunState } from '@waybill/contracts/domain';
import { logger } from '@waybill/orders-client/testing/runtime';
import { expect, test } from 'vitest';
import { createRunBookActivities, type RunBookEntry } from '../src/activities/runs/book.ts';
import { createRunRecoveryActivities, type LeftRun } from '../src/activities/runs/recovery.ts';
import { runBookInMemory } from './support/run-book-in-memory.ts';
import { aStartedPayment } from './support/started-payment.ts';

const runId = 'RUN-1';
const ofRun = { orderId: runId, correlationId: 'cor-1' };
const closedAt = '2026-01-01T00:01:00.000Z';

const paid = (given: Partial<PaymentRun>): PaymentRun => ({ ...aStartedPayment(), ...given });

/** A payment in the book whose workflow has ended, and who writes it. */
function openBook(standing: RunState) {
  const book = runBookInMemory();
  const engine = { isRunning: async () => false, read: async () => undefined };
  const { recordRun } = createRunBookActivities({ runs: book } as never);
  const { takeOverRun } = createRunRecoveryActivities(book as never, engine as never);
  const write = (entry: Partial<RunBookEntry>, execution: string) =>
    new MockActivityEnvironment({ workflowExecution: { workflowId: runId, runId: execution } }, { logger }).run(
      recordRun as (entry: RunBookEntry) => Promise<unknown>,
      { run: standing, entries: [], fingerprint: 'f', correlationId: 'cor-1', ...entry },
    );
  const takesOver = async () => {
    const taken = await new MockActivityEnvironment({}, { logger }).run(takeOverRun, ofRun);
    return (taken as { left?: LeftRun }).left;
  };
  return { book, write, takesOver };
}

test('a late last write of a lost run does not end the run that is being compensated', async () => {
  const { book, write, takesOver } = openBook(paid({ revision: 2, status: 'RUNNING' }));
  await write({}, 'lost');

  const left = await takesOver();
  const completed = paid({ revision: 3, status: 'COMPLETED', closedAt });
  const late = await write({ run: completed, firm: true }, 'lost').catch((failure: unknown) => failure);
  const undone = paid({ revision: 3, status: 'FAILED', closedAt });
  await write({ run: undone, firm: true, epoch: left?.epoch ?? 0 }, 'recovery');

  expect(late).toMatchObject({ type: 'TAKEN_OVER' });
  expect(book.run()).toMatchObject({ status: 'FAILED', closedAt });
});

test('a run is taken over again if its recovery was lost as well, and then nobody else writes it', async () => {
  const { takesOver, write } = openBook(paid({ revision: 2, status: 'RUNNING' }));
  await write({}, 'lost');
  const first = await takesOver();

  const second = await takesOver();

  const late = write({ run: paid({ revision: 3 }), epoch: first?.epoch ?? 0 }, 'first').catch((failure) => failure);
  expect([first?.epoch, second?.epoch]).toEqual([1, 2]);
  expect(await late).toMatchObject({ type: 'TAKEN_OVER' });
});
