import type { BookedRun } from '@waybill/contracts';
import type { RunState } from '@waybill/contracts/domain';
import { type OrderBookClient, Refused } from '@waybill/order-book-client';
import type { RunExecutions } from '@waybill/orders-client';
import { createActivity, type OrderRef } from '../attempt.ts';

/** A run as its lost workflow left it, and the epoch under which its recovery writes it; absent if it was taken over before epochs existed. */
export type LeftRun = { run: RunState; fingerprint: string; epoch?: number };

type Book = Pick<OrderBookClient['runs'], 'find' | 'record' | 'takeOver'>;

/** The activity by which a recovery reads the state of a run. */
export const createRunRecoveryActivities = (book: Book, engine: RunExecutions) => {
  /**
   * The last state in the history of an ended workflow, with every entry that the book lacks; undefined if it is
   * unknown.
   */
  const lastStateOf = async ({ run: booked, fingerprint, epoch }: BookedRun): Promise<RunState | undefined> => {
    const known = { fingerprint, ...(epoch === undefined ? {} : { epoch }) };
    const whole = await book.record(booked.runId, { run: booked, entries: [], ...known }).catch(unlessRefused);
    const answer = await engine.read(booked.runId, whole?.seq ?? booked.revision);
    if (!answer || typeof answer === 'string' || answer.run.closedAt !== null) return undefined;
    const { run, journal: entries } = answer;
    await book.record(run.runId, { run, entries, ...known, firm: true }).catch(unlessRefused);
    return run;
  };

  return {
    /**
     * Makes the recovery the only writer of the run. Undefined for a run that is closed, or whose workflow was restarted
     * before any recovery began.
     */
    takeOverRun: createActivity(async ({ orderId: runId }: OrderRef, call): Promise<{ left?: LeftRun }> => {
      const booked = await book.find(runId, call);
      if (!booked || booked.run.closedAt !== null) return {};
      const { epoch: before = 0 } = booked;
      if (before === 0 && (await engine.isRunning(runId))) return {};
      const last = await lastStateOf(booked);
      const epoch = before + 1;
      const left = await book.takeOver(runId, epoch, call);
      if (left.run.closedAt !== null) return {};
      const revision = Math.max(last?.revision ?? 0, left.run.revision);
      return { left: { run: { ...(last ?? left.run), revision }, fingerprint: left.fingerprint, epoch } };
    }),
  };
};

export type RunRecoveryActivities = ReturnType<typeof createRunRecoveryActivities>;

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refused)) throw error;
}
