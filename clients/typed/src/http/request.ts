import { type Print, type TypedDocument, textOf } from '../protocol/document.ts';
import { Unauthenticated, Unavailable } from '../protocol/errors.ts';
import { abortable, type Scope } from '../timing/abort.ts';
import type { Pause } from '../timing/backoff.ts';
import { createDeadline } from '../timing/deadline.ts';
import { answerIn, dataOf, type Fetch, post } from './http.ts';
import { withinRateLimit } from './rate-limit.ts';
import type { Tokens } from './tokens.ts';

export type RequestOptions = {
  /** Makes a mutation safe to repeat: the same key and content return the same order. */
  idempotencyKey?: string;
  signal?: AbortSignal | undefined;
  /** The total time limit in milliseconds, without waits for a rate limit; 30,000 by default. */
  timeout?: number;
  /** The longest total wait in milliseconds for a rate limit to pass, which overrides that of the client. */
  rateLimitWaitMs?: number;
};

export type Request = ReturnType<typeof createRequest>;

type RequestContext = {
  url: string;
  fetch: Fetch;
  tokens: Tokens;
  scope: Scope;
  print?: Print;
  pause: Pause;
  rateLimitWaitMs?: number;
};

/** Sends an operation over HTTP. A token that is refused is renewed once. */
export const createRequest =
  ({ url, fetch, tokens, scope, print, pause, rateLimitWaitMs }: RequestContext) =>
  async <Data, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    { idempotencyKey, signal: given, timeout = 30_000, rateLimitWaitMs: mostMs = rateLimitWaitMs }: RequestOptions = {},
  ): Promise<Data> => {
    const { controller, signal, leave } = scope.enter(given);
    const deadline = createDeadline(timeout, () => controller.abort(timedOut(timeout)));
    const content = {
      url,
      fetch,
      signal,
      headers: { accept: 'application/json', ...(idempotencyKey && { 'idempotency-key': idempotencyKey }) },
      body: { query: textOf(document, print), variables },
    };
    const once = async (token: string) => dataOf(await answerIn<Data>(await post({ ...content, token }), signal));
    const inTime = () => {
      deadline.start();
      return withToken(tokens, once, signal).finally(deadline.stop);
    };
    return withinRateLimit(inTime, { mostMs, pause, signal }).finally(leave);
  };

async function withToken<T>(tokens: Tokens, once: (token: string) => Promise<T>, signal: AbortSignal): Promise<T> {
  const token = await abortable(tokens.current(), signal);
  try {
    return await once(token);
  } catch (error) {
    if (!(error instanceof Unauthenticated)) throw error;
    await abortable(tokens.refused(token), signal);
    return once(await abortable(tokens.current(), signal));
  }
}

const timedOut = (ms: number) => new Unavailable('TIMEOUT', `There was no response within ${ms} ms`);
