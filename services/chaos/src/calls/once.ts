import { createHash } from 'node:crypto';
import { HttpProblem, problemBody, type Query } from '@waybill/platform';
import { type Answer, findAnswer, type KeyedCall, keepAnswer, type Remembered } from './answers.ts';
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
 *
 * A call is taken to be the first with its key, as nearly all are. A repeat shows where its answer is to be written, and
 * then nothing of it is.
 */
export function onceOn(query: Query, now: () => Date): Once {
  const running = new Set<string>();

  const answered = (call: KeyedCall, effect: Effect): Promise<Given> =>
    atDesk(query, async (desk) => {
      const answer = await effect(desk);
      keepAnswer(desk, call, answer, now());
      return { ...answer, replayed: false };
    });

  const keyed = async (call: KeyedCall, correlationId: string, effect: Effect): Promise<Given> => {
    try {
      return await answered(call, effect);
    } catch (error) {
      const known = await findAnswer(query, call);
      if (known) return replayOf(known, call);
      if (!(error instanceof Refusal)) throw error;
      return answered(call, async () => refusalAnswer(error, correlationId));
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

function replayOf({ fingerprint, status, body }: Remembered, call: KeyedCall): Given {
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

/** What a refusal looks like on the wire. */
export function refusalAnswer(refusal: Refusal, correlationId: string): Answer {
  const problem = new HttpProblem(statusOf[refusal.code], refusal.code, refusal.message);
  return { status: problem.status, body: JSON.stringify(problemBody(problem, correlationId)) };
}

const digest = (request: unknown) => createHash('sha256').update(JSON.stringify(request)).digest('base64url');

const inFlight = () => new NotYet('IDEMPOTENCY_KEY_IN_FLIGHT', 'The first call with this key is still being answered');

const reused = () => new HttpProblem(422, 'IDEMPOTENCY_KEY_REUSED', 'This key belongs to a call with another body');
