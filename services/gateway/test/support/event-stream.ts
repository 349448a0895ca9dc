export type StreamedEvent = { event: string; id?: string; data?: Record<string, unknown> };
export type EventStream = ReturnType<typeof eventStream>;

/** The events of a response, one by one, as far as its reader has read. */
export function eventStream(response: Response) {
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
  const decoder = new TextDecoder();
  let text = '';

  const next = async (): Promise<StreamedEvent | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        if (!block.startsWith(':')) return parsed(block);
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      text += decoder.decode(value, { stream: true });
    }
  };

  return {
    status: response.status,
    next,
    async toTheEnd(): Promise<StreamedEvent[]> {
      const all: StreamedEvent[] = [];
      for (let event = await next(); event; event = await next()) all.push(event);
      return all;
    },
    leave: () => reader.cancel().catch(() => undefined),
  };
}

function parsed(block: string): StreamedEvent {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at), line.slice(at + 1).trimStart()];
    }),
  );
  return { event: fields.event ?? 'message', ...(fields.id ? { id: fields.id } : {}), ...data(fields.data) };
}

const data = (text: string | undefined) => (text ? { data: JSON.parse(text) as Record<string, unknown> } : {});
