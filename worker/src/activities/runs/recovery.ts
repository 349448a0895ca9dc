import type { BookedRun } from '@waybill/contracts';
import type { RunState } from '@waybill/contracts/domain';
import { type OrderBookClient, Refused } from '@waybill/order-book-client';
import type { RunExecutions } from '@waybill/orders-client';
import { createActivity, type OrderRef } from '../attempted.ts';

/** A run as its lost workflow left it. */
export type LeftRun = { run: RunState; fingerprint: string };

type Book = Pick<OrderBookClient['runs'], 'find' | 'record'>;

/** The activity by which a recovery reads the state of a run. */
export const createRunRecoveryActivities = (book: Book, engine: RunExecutions) => {
  /**
   * The last state in the history of an ended workflow, with every entry that the book lacks; undefined if it is
   * unknown.
   */
  const lastStateOf = async ({ run: booked, fingerprint }: BookedRun): Promise<RunState | undefined> => {
    const whole = await book.record(booked.runId, { run: booked, entries: [], fingerprint }).catch(unlessRefused);
    const answer = await engine.read(booked.runId, whole?.seq ?? booked.revision);
    if (!answer || typeof answer === 'string' || answer.run.closedAt !== null) return undefined;
    const { run, journal: entries } = answer;
    await book.record(run.runId, { run, entries, fingerprint, firm: true }).catch(unlessRefused);
    return run;
  };

  return {
    /** Undefined for a run that is closed, or whose workflow was restarted. */
    takeOverRun: createActivity(async ({ orderId: runId }: OrderRef, call): Promise<{ left?: LeftRun }> => {
      const booked = await book.find(runId, call);
      if (!booked || booked.run.closedAt !== null || (await engine.isRunning(runId))) return {};
      const last = await lastStateOf(booked);
      const revision = Math.max(last?.revision ?? 0, booked.run.revision);
      return { left: { run: { ...(last ?? booked.run), revision }, fingerprint: booked.fingerprint } };
    }),
  };
};

export type RunRecoveryActivities = ReturnType<typeof createRunRecoveryActivities>;

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof Refused)) throw error;
}
