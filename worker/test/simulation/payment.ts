import {
  type Money,
  type PaymentRun,
  type RefundOutcome,
  type RunEntry,
  refund,
  runWorkflows,
} from '@waybill/contracts/domain';
import { contentOf, type HistoryEvent, replay, type Sandbox, settled } from '@waybill/temporal-simulator';
import type { FakeAccount } from '../support/fake-account.ts';
import type { RefusedCall } from './payment-refusals.ts';
import { openPaymentStage, type PaymentStage, runId } from './payment-stage.ts';

/** What happens to a payment of 1,000, and when, in milliseconds from its start. */
export type PaymentSchedule = {
  cancellableForMs: number | null;
  cancelledAt: number | null;
  /** What each command gives back; null for all that is left. */
  refunds: (number | null)[];
  /** The commands as they are sent, by their number: one that is sent again is the same command. */
  sent: { at: number; refund: number }[];
  restarts: number[];
  /** For so long, the order book does not answer. */
  absences: { at: number; forMs: number }[];
  /** The provider has forgotten what it replied. */
  oblivions: number[];
  /** A share of the calls whose reply is lost, and of those that come to nothing. */
  faults: number;
  /** What the bank refuses, whoever asks for it. */
  refused: RefusedCall[];
  seed: number;
};

export type PlayedPayment = {
  schedule: PaymentSchedule;
  run: PaymentRun;
  journal: RunEntry[];
  /** How the payment's workflow has ended: completed, or failed for an engineer, with what it failed of. */
  ending: { isCompleted: boolean; failure: string | undefined };
  /** What each command that was sent came to, by its id. */
  outcomes: Map<string, RefundOutcome | undefined>;
  /** What each that was accepted came to when the engine had forgotten it and it was sent again. */
  repeated: Map<string, RefundOutcome | undefined>;
  account: FakeAccount;
  failedTasks: string[];
};

export const commandIdOf = (number: number) => `refund-${number}`;
export const amountOf = (amountMinor: number): Money => ({ amountMinor, currencyCode: 'USD' });

/** Plays a payment and its refunds without an engine, and in virtual time. */
export async function simulatePayment(sandbox: Sandbox, schedule: PaymentSchedule): Promise<PlayedPayment> {
  const stage = openPaymentStage(sandbox, schedule);
  const { engine, failedTasks, book, account, worker } = stage;
  const numbers = [...new Set(schedule.sent.map((sent) => sent.refund))];
  const refunds = (number: number) => {
    const amountMinor = schedule.refunds[number] ?? null;
    stage.refunds(commandIdOf(number), amountMinor === null ? null : amountOf(amountMinor));
  };
  const outcomes = () => new Map(numbers.map((number) => [commandIdOf(number), outcomeIn(stage, commandIdOf(number))]));

  stage.pays(schedule.cancellableForMs);
  for (const sent of schedule.sent) stage.at(sent.at, () => refunds(sent.refund));
  happenAll(stage, schedule);
  await stage.untilOver();
  const payment = engine.executions.get(runWorkflows.idFor(runId));
  const first = outcomes();

  engine.executions.clear();
  for (const number of numbers) if (first.get(commandIdOf(number))?.refusal === null) refunds(number);
  await stage.untilOver();
  engine.close();
  await worker.restarts(0);
  await settled();
  for (const { history } of failedTasks.length === 0 ? engine.history : []) {
    const failed = await replay(sandbox, history);
    if (failed) failedTasks.push(`replayed from nothing: ${failed}`);
  }
  return {
    schedule,
    run: book.run() as PaymentRun,
    journal: book.journal(),
    account,
    failedTasks,
    outcomes: first,
    repeated: outcomes(),
    ending: endingOf(payment),
  };
}

/** Puts into the queue all that happens from outside besides the refunds. */
function happenAll({ at, engine, world, worker, book, account, cancels }: PaymentStage, schedule: PaymentSchedule) {
  if (schedule.cancelledAt !== null) at(schedule.cancelledAt, cancels);
  for (const ms of schedule.oblivions) at(ms, account.forgetsReplies);
  for (const ms of schedule.restarts)
    at(ms, () => {
      engine.workersLeave();
      return worker.restarts(10_000);
    });
  for (const { at: ms, forMs } of schedule.absences)
    at(ms, () => {
      book.goesAway();
      world.eventQueue.in(forMs, book.isBack);
    });
}

function endingOf(payment: { history: readonly HistoryEvent[] } | undefined): PlayedPayment['ending'] {
  const last = payment?.history.at(-1);
  if (last?.type !== 'workflowExecutionFailed') return { isCompleted: last !== undefined, failure: undefined };
  return { isCompleted: false, failure: last.attributes.failure?.applicationFailureInfo?.type ?? 'a bug' };
}

/** Undefined where the workflow of the refund has failed. */
function outcomeIn({ engine }: PaymentStage, commandId: string): RefundOutcome | undefined {
  const last = engine.executions.get(refund.idFor(runId, commandId))?.history.at(-1);
  return last?.type === 'workflowExecutionCompleted' ? contentOf<RefundOutcome>(last.attributes.result) : undefined;
}
