import { createParser, type EventSourceMessage, type ParseError } from 'eventsource-parser';
import { abortable } from '../timing/abort.ts';

/** In characters; longer than any result of the gateway. */
const maxEventLength = 16 * 1024 * 1024;

/** Reads server-sent events. Calls `onActivity` for every chunk, including those with only comments. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  onActivity: () => void,
  signal: AbortSignal,
  maxBufferSize = maxEventLength,
): AsyncGenerator<EventSourceMessage, void, void> {
  const events: EventSourceMessage[] = [];
  const parser = createParser({
    onEvent: (event) => void events.push(event),
    onError: throwWhenTooLong,
    maxBufferSize,
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await abortable(reader.read(), signal);
      if (done) return;
      onActivity();
      parser.feed(decoder.decode(value, { stream: true }));
      yield* events.splice(0);
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** The standard ignores all other errors. */
function throwWhenTooLong(error: ParseError): void {
  if (error.type === 'max-buffer-size-exceeded') throw error;
}
