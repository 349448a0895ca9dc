import { createHash } from 'node:crypto';
import { HttpProblem, problemBody, type Query } from '@waybill/platform';
import { NotYet, Raced, Refusal, statusOf } from './refusal.ts';
import { findReply, type KeyedCall, type Reply, type StoredReply, storeReply } from './reply-store.ts';
import { runUnitOfWork, type UnitOfWork } from './unit-of-work.ts';

export type FinalReply = Reply & { replayed: boolean };
export type Call = { operation: string; key: string | undefined; request: unknown; correlationId: string };
export type Effect = (unit: UnitOfWork) => Promise<Reply>;

export type RunOnce = (call: Call, effect: Effect) => Promise<FinalReply>;

const triesAtMost = 100;

/**
 * Runs an effect once per key, and replies to every repetition with the same bytes. Effect and reply are written in one
 * statement, so no crash can come between them. A refusal has no effect, so its reply is written alone.
 *
 * A call is assumed to be the first with its key, as nearly all are. A repetition fails when its reply is written, and
 * its writes are rolled back.
 */
export function createRunOnce(query: Query, now: () => Date): RunOnce {
  const running = new Set<string>();

  const runAndStore = (call: KeyedCall, effect: Effect): Promise<FinalReply> =>
    runUnitOfWork(query, async (unit) => {
      const answer = await effect(unit);
      storeReply(unit, call, answer, now());
      return { ...answer, replayed: false };
    });

  const runOrReplay = async (call: KeyedCall, correlationId: string, effect: Effect): Promise<FinalReply> => {
    try {
      return await runAndStore(call, effect);
    } catch (error) {
      const known = await findReply(query, call);
      if (known) return replayOf(known, call);
      if (!(error instanceof Refusal)) throw error;
      return runAndStore(call, async () => refusalReply(error, correlationId));
    }
  };

  return async ({ operation, key, request, correlationId }, effect) => {
    if (key === undefined) return { ...(await untilNotRaced(() => runUnitOfWork(query, effect))), replayed: false };
    const call = { operation, key, fingerprint: digest(request) };
    const place = `${operation} ${key}`;
    if (running.has(place)) throw inFlight();
    running.add(place);
    try {
      return await untilNotRaced(() => runOrReplay(call, correlationId, effect));
    } finally {
      running.delete(place);
    }
  };
}

function replayOf({ fingerprint, status, body }: StoredReply, call: KeyedCall): FinalReply {
  if (fingerprint !== call.fingerprint) throw reused();
  return { status, body, replayed: true };
}

async function untilNotRaced<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Raced) || tries === triesAtMost) throw error;
    }
  }
}

/** The HTTP reply of a refusal. */
export function refusalReply(refusal: Refusal, correlationId: string): Reply {
  const problem = new HttpProblem(statusOf[refusal.code], refusal.code, refusal.message);
  return { status: problem.status, body: JSON.stringify(problemBody(problem, correlationId)) };
}

const digest = (request: unknown) => createHash('sha256').update(JSON.stringify(request)).digest('base64url');

const inFlight = () => new NotYet('IDEMPOTENCY_KEY_IN_FLIGHT', 'A request with this idempotency key is in progress');

const reused = () => new HttpProblem(422, 'IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used with another body');
