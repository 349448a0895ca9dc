import { setTimeout as pause } from 'node:timers/promises';
import type { ResultStream } from '../../../execution/result-stream.ts';
import { withEtag } from '../etag.ts';
import { outcomeOf } from '../outcome.ts';
import { problemsOf, replyToError } from '../problems.ts';
import type { Answer, Call, Reply, Route, Tools } from '../route.ts';
import { type Operation, operationOf } from '../shapes/operation.ts';
import { presentShape } from '../shapes/output.ts';
import { isStream, refusal, whileConnected } from './follow.ts';

const preferWait = { Prefer: '`wait=` and a number of seconds, at most 30' };

const longestWaitSeconds = 30;

/** The seconds that `Prefer: wait` asks for (RFC 7240). */
function waitIn(call: Call, otherwise: number, longest = longestWaitSeconds): number {
  const [, seconds] = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})"?(?:$|[,;\s])/i.exec(call.header('prefer') ?? '') ?? [];
  return Math.min(longest, seconds === undefined ? otherwise : Number(seconds));
}

/** The first reply of `replyTo` for a state of a subscription; undefined if wait or stream end before. */
async function firstReply(
  stream: ResultStream,
  seconds: number,
  call: Call,
  replyTo: (result: Awaited<ReturnType<ResultStream['next']>>['value']) => Reply | undefined,
): Promise<Reply | undefined> {
  const over = new AbortController();
  const signal = AbortSignal.any([call.signal(), over.signal]);
  const late = pause(seconds * 1_000, undefined, { signal }).catch(() => undefined);
  try {
    for (let states = 0; ; states++) {
      const next = await (states === 0 ? stream.next() : Promise.race([stream.next(), late]));
      if (!next || next.done) return undefined;
      const reply = replyTo(next.value);
      if (reply) return reply;
    }
  } finally {
    over.abort();
  }
}

/** A GET that `If-None-Match` and `Prefer: wait` turn into a long poll on the subscription `document`. */
export const longPolling = (route: Route, document: string): Route => ({
  ...route,
  description:
    'With `If-None-Match` and `Prefer: wait=30` it is answered when the body has changed, or the wait is over.',
  headers: { ...route.headers, ...preferWait },
  answer: longPoll(route.answer, document),
});

function longPoll(answer: Answer, document: string): Answer {
  const operation = operationOf(document);
  return async (call, tools) => {
    const reply = await answer(call, tools);
    const seconds = waitIn(call, 0);
    if (reply instanceof Response || reply.status !== 304 || seconds === 0) return reply;
    const followed = await tools.follow(document, call.params, call.context);
    if (!isStream(followed)) return refusal(followed, call);
    return whileConnected(followed, call, tools, async () => {
      const changed = await firstReply(followed.stream, seconds, call, (result) => {
        const state = stateIn(operation, result as never, call);
        return 'reply' in state ? state.reply : unlessSame(state.value, call);
      });
      return withPreference(changed ?? reply, seconds);
    });
  };
}

const unlessSame = (value: unknown, call: Call): Reply | undefined => {
  const reply = withEtag(value as object, call);
  return reply.status === 304 ? undefined : reply;
};

const withPreference = (reply: Reply, seconds: number): Reply => ({
  ...reply,
  headers: { ...reply.headers, 'preference-applied': `wait=${seconds}` },
});

type Waiting = {
  path: string;
  tag: string;
  summary: string;
  /** The subscription to wait on. */
  document: string;
  longestSeconds?: number;
};

/** A GET that responds when the object is closed, or with 202 after the wait. */
export function result({ path, tag, summary, document, longestSeconds = longestWaitSeconds }: Waiting): Route {
  const operation = operationOf(document);
  const shape = presentShape(operation, operation.field.type, operation.root);
  return {
    method: 'get',
    path,
    tag,
    summary,
    headers: preferWait,
    field: operation.field,
    responses: {
      200: { description: 'Closed: the final state', shape },
      202: { description: 'Not closed yet: the current state', shape, headers: { 'Retry-After': 'Seconds' } },
      ...problemsOf(operation, { hasId: true, hasBody: false }),
    },
    async answer(call, tools) {
      const followed = await tools.follow(document, call.params, call.context);
      if (!isStream(followed)) return refusal(followed, call);
      let latest: Record<string, unknown> = {};
      return whileConnected(followed, call, tools, async () => {
        const ended = await firstReply(followed.stream, waitIn(call, longestSeconds, longestSeconds), call, (event) => {
          const state = stateIn(operation, event as never, call);
          if ('reply' in state) return state.reply;
          latest = state.value;
          return latest.closedAt === null ? undefined : { status: 200, body: latest };
        });
        return ended ?? { status: 202, body: latest, headers: { 'retry-after': '1' } };
      });
    },
  };
}

type Until = { seconds: number; holds: (state: Record<string, unknown>) => boolean };

/** Resolves when `holds` for a state of the subscription, or after that time; errors are left to the next request. */
export async function untilState(document: string, call: Call, tools: Tools, { seconds, holds }: Until): Promise<void> {
  const operation = operationOf(document);
  const followed = await tools.follow(document, call.params, call.context);
  if (!isStream(followed)) return;
  await whileConnected(followed, call, tools, async () => {
    const held = await firstReply(followed.stream, seconds, call, (event) => {
      const state = stateIn(operation, event as never, call);
      return 'reply' in state || holds(state.value) ? { status: 200 } : undefined;
    });
    return held ?? { status: 202 };
  });
}

type Result = Parameters<typeof outcomeOf>[1];

function stateIn(
  operation: Operation,
  result: Result,
  call: Call,
): { value: Record<string, unknown> } | { reply: Reply } {
  const [error] = result.errors ?? [];
  if (error) return { reply: replyToError(error, call) };
  const outcome = outcomeOf(operation, result, call);
  if (outcome.kind === 'done') return { value: outcome.value };
  return { reply: outcome.kind === 'refused' ? outcome.reply : { status: 202 } };
}
