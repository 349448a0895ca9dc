import { print } from 'graphql';
import { errorOf, Refused, TokenRefused, Unauthenticated, Unavailable } from './errors.ts';
import { readEvents } from './event-stream.ts';
import { type Answer, answerIn, dataOf, type Fetch, post } from './http.ts';
import type { Tokens } from './tokens.ts';
import type { Operation, Transport } from './transport.ts';

type SseTransportOptions = { url: string; fetch: Fetch; tokens: Tokens; silenceMs: number; now: () => number };

/** A token that was never valid is refused in the stream, too, but at once. */
const refusedWithinMs = 1_000;

/** Server-sent events: one request for each stream. */
export function createSseTransport({ url, fetch, tokens, silenceMs, now }: SseTransportOptions): Transport {
  async function* follow<Data, Variables>(
    followed: Operation<Data, Variables>,
    cancelled: AbortSignal,
  ): AsyncGenerator<Data, void, void> {
    const token = await tokens.current();
    const silence = createSilenceTimer(silenceMs);
    let accepted = () => false;
    try {
      const response = await post({
        ...{ url, fetch, token, signal: AbortSignal.any([cancelled, silence.signal]) },
        headers: { accept: 'text/event-stream', ...lastEventIdOf(followed) },
        body: { query: print(followed.document), variables: followed.variables() },
      });
      const stream = await streamIn(response);
      const began = now();
      accepted = () => now() - began > refusedWithinMs;
      for await (const { event, data, id } of readEvents(stream, silence.restart)) {
        if (event === 'complete') return;
        if (event !== 'next') continue;
        const result = dataOf(JSON.parse(data) as Answer<Data>);
        accepted = () => true;
        if (id !== undefined) followed.lastEventId = id;
        yield result;
      }
      throw asFailure();
    } catch (error) {
      if (cancelled.aborted) return;
      if (error instanceof Unauthenticated) {
        await tokens.refused(token);
        throw new TokenRefused(error, accepted());
      }
      throw asFailure(error);
    } finally {
      silence.stop();
    }
  }

  return { follow, close: () => undefined };
}

/** Whatever the gateway did not say itself means that the stream was cut off. */
const asFailure = (error?: unknown): Error =>
  error instanceof Refused || error instanceof Unavailable
    ? error
    : new Unavailable('CUT', 'The stream was cut off', error === undefined ? {} : { cause: error });

/** Aborts its signal when nothing was received for this long, not even a comment: a dead connection may stay open. */
function createSilenceTimer(ms: number) {
  const timeout = new AbortController();
  let timer = setTimeout(() => timeout.abort(), ms);
  return {
    signal: timeout.signal,
    restart: () => {
      clearTimeout(timer);
      timer = setTimeout(() => timeout.abort(), ms);
    },
    stop: () => clearTimeout(timer),
  };
}

const lastEventIdOf = <D, V>({ lastEventId }: Operation<D, V>): Record<string, string> =>
  lastEventId === undefined ? {} : { 'last-event-id': lastEventId };

async function streamIn(response: Response): Promise<ReadableStream<Uint8Array>> {
  const { headers, body } = response;
  if (body && headers.get('content-type')?.startsWith('text/event-stream')) return body;
  const { errors = [] } = await answerIn(response);
  throw errorOf(errors);
}
