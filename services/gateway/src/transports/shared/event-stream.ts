import type { ExecutionResult } from 'graphql';
import type { FetchAPI } from 'graphql-yoga';
import { atTokenEnd, tokenExpired } from '../../auth/session.ts';
import { rateLimited } from '../../execution/limits/cost.ts';
import { serialize } from '../../execution/rendering-cache.ts';
import { eventId, type ResultStream, type StreamResult } from '../../execution/result-stream.ts';

const pingMs = 12_000;
const encoder = new TextEncoder();

type Controller = ReadableStreamDefaultController<Uint8Array>;

/** The client that reads a stream. */
export type Reader = {
  /** When its token expires. */
  endsInMs: number;
  /** Undefined if its user is at the limit of connections; otherwise a function that releases this one. */
  acquireConnection: () => (() => void) | undefined;
  /** The limit of connections. */
  mostConnections: number;
  /**
   * Calls back when the client has disconnected, also if that happened before; without it, the stream's `cancel` does.
   */
  onDisconnect: ((then: () => void) => void) | undefined;
};

/** How results are written as events. */
export type EventFormat = {
  event: (result: StreamResult) => string;
  /** The last event of a completed stream; empty if the connection just ends. */
  end: string;
};

/** GraphQL over SSE: `next` for each result, with the `id` after which to resume, and `complete` at the end. */
export const graphqlEvents: EventFormat = {
  event(result) {
    const id = result[eventId];
    return `event: next\n${id === undefined ? '' : `id: ${id}\n`}data: ${serialize(result)}\n\n`;
  },
  end: 'event: complete\ndata:\n\n',
};

/**
 * Writes results as server-sent events. The next result is read when the previous one is written, so a slow client
 * delays no other. The stream ends when the client's token expires.
 */
export function createEventStreamResponse(
  result: ResultStream | ExecutionResult,
  fetchApi: Pick<FetchAPI, 'Response'>,
  reader: Reader,
  format: EventFormat = graphqlEvents,
): Response {
  if (!(Symbol.asyncIterator in result)) return streamed(justOne(result), fetchApi, reader, format, () => undefined);
  const release = reader.acquireConnection();
  if (release) return streamed(result, fetchApi, reader, format, release);
  result.return().catch(() => undefined); // it has not begun
  return streamed(
    justOne({ errors: [tooManyStreams(reader.mostConnections)] }),
    fetchApi,
    reader,
    format,
    () => undefined,
  );
}

function streamed(
  results: ResultStream,
  fetchApi: Pick<FetchAPI, 'Response'>,
  reader: Reader,
  format: EventFormat,
  release: () => void,
): Response {
  const source = createEventSource(results, reader.endsInMs, format, release);
  reader.onDisconnect?.(() => source.cancel().catch(() => undefined)); // nobody is left to report it to
  return new fetchApi.Response(new ReadableStream(source, { highWaterMark: 1 }), { headers });
}

/** Reads results as bytes of events; calls `release` once it has ended or is cancelled. */
function createEventSource(results: ResultStream, endsInMs: number, format: EventFormat, release: () => void) {
  let expired = false;
  const timers = { end: undefined as NodeJS.Timeout | undefined, ping: undefined as NodeJS.Timeout | undefined };
  const close = () => {
    clearTimeout(timers.end);
    clearInterval(timers.ping);
    release();
  };

  return {
    start(controller: Controller) {
      const comment = () => controller.enqueue(encoder.encode(':\n\n'));
      comment(); // sends the headers
      timers.ping = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) comment();
      }, pingMs);
      timers.end = atTokenEnd(endsInMs, () => {
        expired = true;
        results.return().catch((error: unknown) => controller.error(error));
      });
    },
    async pull(controller: Controller) {
      const { done, value } = await results.next();
      if (!done) return controller.enqueue(encoder.encode(format.event(value)));
      close();
      if (expired) controller.enqueue(encoder.encode(format.event({ errors: [tokenExpired()] })));
      if (format.end) controller.enqueue(encoder.encode(format.end));
      controller.close();
    },
    async cancel() {
      close();
      await results.return();
    },
  };
}

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

export const tooManyStreams = (most: number) => rateLimited(`You have ${most} connections, which is the limit`, 1);

async function* justOne(result: ExecutionResult): ResultStream {
  yield result;
}
