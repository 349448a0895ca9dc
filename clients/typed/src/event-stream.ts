/** One server-sent event. */
export type ServerSentEvent = { event: string; data: string; id: string | undefined };

/** The events of a stream, as the HTML standard reads them. `heard` is told of every sign of life, comments too. */
export async function* eventsIn(
  body: ReadableStream<Uint8Array>,
  heard: () => void,
): AsyncGenerator<ServerSentEvent, void, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r\n\r\n|\n\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = eventIn(block);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Undefined for what holds only comments. */
function eventIn(block: string): ServerSentEvent | undefined {
  const fields = block
    .split(/\r?\n/)
    .map((line) => /^([^:]+):? ?(.*)$/.exec(line))
    .filter((field) => field !== null)
    .map(([, name, value]) => ({ name, value: value ?? '' }));
  const last = (name: string) => fields.findLast((field) => field.name === name)?.value;
  if (fields.length === 0) return undefined;
  return {
    event: last('event') ?? 'message',
    data: fields.flatMap(({ name, value }) => (name === 'data' ? [value] : [])).join('\n'),
    id: last('id'),
  };
}
