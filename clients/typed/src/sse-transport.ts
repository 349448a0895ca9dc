import { print } from 'graphql';
import { errorOf, Refused, TokenRefused, Unauthenticated, Unavailable } from './errors.ts';
import { eventsIn } from './event-stream.ts';
import { type Answer, answerIn, dataOf, type Fetch, post } from './http.ts';
import type { Tokens } from './tokens.ts';
import type { Operation, Transport } from './transport.ts';

type SseTransportOptions = { url: string; fetch: Fetch; tokens: Tokens; silenceMs: number; now: () => number };

/** A token that is no good is refused in the stream, too, but at once. */
const refusedWithinMs = 1_000;

/** Server-sent events: one request for each stream. */
export function createSseTransport({ url, fetch, tokens, silenceMs, now }: SseTransportOptions): Transport {
  async function* follow<Data, Variables>(
    followed: Operation<Data, Variables>,
    left: AbortSignal,
  ): AsyncGenerator<Data, void, void> {
    const token = await tokens.current();
    const silence = createSilenceTimer(silenceMs);
    let accepted = () => false;
    try {
      const response = await post({
        ...{ url, fetch, token, signal: AbortSignal.any([left, silence.signal]) },
        headers: { accept: 'text/event-stream', ...lastEventIdOf(followed) },
        body: { query: print(followed.document), variables: followed.variables() },
      });
      const stream = await streamIn(response);
      const began = now();
      accepted = () => now() - began > refusedWithinMs;
      for await (const { event, data, id } of eventsIn(stream, silence.broken)) {
        if (event === 'complete') return;
        if (event !== 'next') continue;
        const news = dataOf(JSON.parse(data) as Answer<Data>);
        accepted = () => true;
        if (id !== undefined) followed.lastEventId = id;
        yield news;
      }
      throw new Unavailable('CUT', 'The stream was cut off');
    } catch (error) {
      if (left.aborted) return;
      if (error instanceof Unauthenticated) {
        await tokens.refused(token);
        throw new TokenRefused(error, accepted());
      }
      throw error instanceof Refused || error instanceof Unavailable
        ? error
        : new Unavailable('CUT', 'The stream was cut off', { cause: error });
    } finally {
      silence.end();
    }
  }

  return { follow, close: () => undefined };
}

/** Signals when nothing, not even a comment, has been heard for so long: a connection can be dead without a word. */
function createSilenceTimer(ms: number) {
  const tooLong = new AbortController();
  let timer = setTimeout(() => tooLong.abort(), ms);
  return {
    signal: tooLong.signal,
    broken: () => {
      clearTimeout(timer);
      timer = setTimeout(() => tooLong.abort(), ms);
    },
    end: () => clearTimeout(timer),
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
