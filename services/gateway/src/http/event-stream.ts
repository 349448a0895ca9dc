import type { ExecutionResult } from 'graphql';
import type { FetchAPI } from 'graphql-yoga';
import { withoutStatus } from '../operations/faults.ts';
import { eventId, type StreamResult } from '../operations/subscribe.ts';

const pingMs = 12_000;
const encoder = new TextEncoder();

/**
 * Results as server-sent events: `next` for each, with the `id` after which to go on, and `complete` at the end. The
 * next result is asked for when the one before is on its way, so a slow reader holds back nobody but itself.
 */
export function eventStream(result: unknown, fetchApi: FetchAPI): Response {
  const results = resultsOf(result as AsyncGenerator<StreamResult> | ExecutionResult);
  let ping: NodeJS.Timeout | undefined;
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
        const { done, value } = await results.next();
        if (!done) return controller.enqueue(encoder.encode(asEvent(value)));
        clearInterval(ping);
        controller.enqueue(encoder.encode('event: complete\ndata:\n\n'));
        controller.close();
      },
      async cancel() {
        clearInterval(ping);
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

const resultsOf = (result: AsyncGenerator<StreamResult> | ExecutionResult): AsyncGenerator<StreamResult> =>
  Symbol.asyncIterator in result ? result : justOne(result);

async function* justOne(result: ExecutionResult) {
  yield result;
}

function asEvent(result: StreamResult): string {
  const id = result[eventId];
  const told = result.errors ? { ...result, errors: result.errors.map(withoutStatus) } : result;
  return `event: next\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(told)}\n\n`;
}
