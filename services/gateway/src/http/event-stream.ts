import type { ExecutionResult } from 'graphql';
import type { FetchAPI } from 'graphql-yoga';
import { notBelieved } from '../auth/session.ts';
import { textOf } from '../operations/rendering.ts';
import { eventId, type StreamResult } from '../operations/subscribe.ts';

const pingMs = 12_000;
const encoder = new TextEncoder();

/**
 * Results as server-sent events: `next` for each, with the `id` after which to go on, and `complete` at the end. The
 * next result is asked for when the one before is on its way, so a slow reader holds back nobody but itself. The stream
 * ends with its reader's token.
 */
export function eventStream(result: unknown, fetchApi: FetchAPI, endsInMs: number): Response {
  const results = resultsOf(result as AsyncGenerator<StreamResult> | ExecutionResult);
  let ping: NodeJS.Timeout | undefined;
  const sessionEnd = timeLimit(endsInMs);
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const comment = () => controller.enqueue(encoder.encode(':\n\n'));
        comment(); // the headers go out with it
        ping = setInterval(() => {
          if ((controller.desiredSize ?? 0) > 0) comment();
        }, pingMs);
      },
      async pull(controller) {
        const { done, value } = await Promise.race([results.next(), sessionEnd.reached]);
        if (value) controller.enqueue(encoder.encode(asEvent(value)));
        if (!done) return;
        clearInterval(ping);
        sessionEnd.forget();
        controller.enqueue(encoder.encode('event: complete\ndata:\n\n'));
        controller.close();
        await results.return(undefined);
      },
      async cancel() {
        clearInterval(ping);
        sessionEnd.forget();
        await results.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
  return new fetchApi.Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

/** A stream's last word when its token has expired. */
const expired: StreamResult = { errors: [notBelieved('The token has expired')] };

const longestTimerMs = 2 ** 31 - 1;

function timeLimit(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const reached = new Promise<{ done: true; value: StreamResult }>((resolve) => {
    if (ms < longestTimerMs) timer = setTimeout(() => resolve({ done: true, value: expired }), ms);
  });
  return { reached, forget: () => clearTimeout(timer) };
}

const resultsOf = (result: AsyncGenerator<StreamResult> | ExecutionResult): AsyncGenerator<StreamResult> =>
  Symbol.asyncIterator in result ? result : justOne(result);

async function* justOne(result: ExecutionResult) {
  yield result;
}

function asEvent(result: StreamResult): string {
  const id = result[eventId];
  return `event: next\n${id === undefined ? '' : `id: ${id}\n`}data: ${textOf(result)}\n\n`;
}
