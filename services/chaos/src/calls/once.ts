import { createHash } from 'node:crypto';
import { HttpProblem, problemBody, type Query } from '@waybill/platform';
import { type Answer, answersAt, type KeyedCall } from './answers.ts';
import { atDesk, type Desk } from './desk.ts';
import { NotYet, Raced, Refusal, statusOf } from './refusal.ts';

export type Given = Answer & { replayed: boolean };
export type Call = { operation: string; key: string | undefined; request: unknown; correlationId: string };
export type Effect = (desk: Desk) => Promise<Answer>;

export type Once = (call: Call, effect: Effect) => Promise<Given>;

const triesAtMost = 100;

/**
 * Runs an effect, and answers the same key with the same bytes ever after. The effect and its answer are written in one
 * statement: no crash can come between them. A refusal has changed nothing, so its answer is written alone.
 */
export function onceOn(query: Query, now: () => Date): Once {
  const running = new Set<string>();

  const keyed = async (call: KeyedCall, correlationId: string, effect: Effect): Promise<Given> => {
    try {
      return await atDesk(query, (desk) => firstAnswer(desk, call, effect, now));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const answer = refusalAnswer(error, correlationId);
      return atDesk(query, (desk) => firstAnswer(desk, call, async () => answer, now));
    }
  };

  return async ({ operation, key, request, correlationId }, effect) => {
    if (key === undefined) return { ...(await untilNotRaced(() => atDesk(query, effect))), replayed: false };
    const call = { operation, key, fingerprint: digest(request) };
    const place = `${operation} ${key}`;
    if (running.has(place)) throw inFlight();
    running.add(place);
    try {
      return await untilNotRaced(() => keyed(call, correlationId, effect));
    } finally {
      running.delete(place);
    }
  };
}

async function firstAnswer(desk: Desk, call: KeyedCall, effect: Effect, now: () => Date): Promise<Given> {
  const answers = answersAt(desk);
  const known = await answers.find(call);
  if (known && known.fingerprint !== call.fingerprint) throw reused();
  if (known) return { status: known.status, body: known.body, replayed: true };
  const answer = await effect(desk);
  answers.keep(call, answer, now());
  return { ...answer, replayed: false };
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

/** What a refusal looks like on the wire. */
export function refusalAnswer(refusal: Refusal, correlationId: string): Answer {
  const problem = new HttpProblem(statusOf[refusal.code], refusal.code, refusal.message);
  return { status: problem.status, body: JSON.stringify(problemBody(problem, correlationId)) };
}

const digest = (request: unknown) => createHash('sha256').update(JSON.stringify(request)).digest('base64url');

const inFlight = () => new NotYet('IDEMPOTENCY_KEY_IN_FLIGHT', 'The first call with this key is still being answered');

const reused = () => new HttpProblem(422, 'IDEMPOTENCY_KEY_REUSED', 'This key belongs to a call with another body');
