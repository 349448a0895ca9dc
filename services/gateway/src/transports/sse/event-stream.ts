import type { ExecutionResult } from 'graphql';
import type { FetchAPI } from 'graphql-yoga';
import { notBelieved } from '../../auth/session.ts';
import { rateLimited } from '../../execution/limits/cost.ts';
import { textOf } from '../../execution/rendering-cache.ts';
import { eventId, type ResultStream, type StreamResult } from '../../execution/result-stream.ts';

const pingMs = 12_000;
const encoder = new TextEncoder();

/** Who reads a stream. */
export type Reader = {
  /** When its token expires. */
  endsInMs: number;
  /** Undefined when it reads as many streams as it may; otherwise the function with which it leaves, once. */
  enter: () => (() => void) | undefined;
  /** Calls back when its connection is gone, also where that was before; without it, whoever cancels the stream says so. */
  whenGone: ((then: () => void) => void) | undefined;
};

/**
 * Results as server-sent events: `next` for each, with the `id` after which to go on, and `complete` at the end. The
 * next result is asked for when the one before is on its way, so a slow reader holds back nobody but itself. The stream
 * ends with its reader's token.
 */
export function eventStream(result: ResultStream | ExecutionResult, fetchApi: FetchAPI, reader: Reader): Response {
  if (!(Symbol.asyncIterator in result)) return streamed(justOne(result), fetchApi, reader, () => undefined);
  const leave = reader.enter();
  if (leave) return streamed(result, fetchApi, reader, leave);
  result.return().catch(() => undefined); // it has not begun
  return streamed(justOne({ errors: [tooManyStreams()] }), fetchApi, reader, () => undefined);
}

function streamed(results: ResultStream, fetchApi: FetchAPI, reader: Reader, leave: () => void): Response {
  let expired = false;
  const timers = { end: undefined as NodeJS.Timeout | undefined, ping: undefined as NodeJS.Timeout | undefined };
  const over = () => {
    clearTimeout(timers.end);
    clearInterval(timers.ping);
    leave();
  };
  const abandon = async () => {
    over();
    await results.return();
  };

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const comment = () => controller.enqueue(encoder.encode(':\n\n'));
        comment(); // the headers go out with it
        timers.ping = setInterval(() => {
          if ((controller.desiredSize ?? 0) > 0) comment();
        }, pingMs);
        timers.end = atMost(reader.endsInMs, () => {
          expired = true;
          results.return().catch((error: unknown) => controller.error(error));
        });
      },
      async pull(controller) {
        const { done, value } = await results.next();
        if (!done) return controller.enqueue(encoder.encode(asEvent(value)));
        over();
        if (expired) controller.enqueue(encoder.encode(asEvent(tokenExpired)));
        controller.enqueue(encoder.encode('event: complete\ndata:\n\n'));
        controller.close();
      },
      cancel: abandon,
    },
    { highWaterMark: 1 },
  );
  reader.whenGone?.(() => abandon().catch(() => undefined)); // there is nobody left to tell
  return new fetchApi.Response(body, { headers });
}

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

const tooManyStreams = () => rateLimited('You read as many streams as you may', 1);

/** A stream's last word when its token has expired. */
const tokenExpired: StreamResult = { errors: [notBelieved('The token has expired')] };

const longestTimerMs = 2 ** 31 - 1;

/** A token that lasts longer than a timer can is let be. */
const atMost = (ms: number, then: () => void) => (ms < longestTimerMs ? setTimeout(then, ms) : undefined);

async function* justOne(result: ExecutionResult): ResultStream {
  yield result;
}

function asEvent(result: StreamResult): string {
  const id = result[eventId];
  return `event: next\n${id === undefined ? '' : `id: ${id}\n`}data: ${textOf(result)}\n\n`;
}
