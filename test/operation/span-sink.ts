import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

export type Span = {
  service: string;
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: object }[];
  links?: object[];
};

type Attribute = { key: string; value: { stringValue?: string } };
type Export = {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: Omit<Span, 'service'>[] }[] }[];
};

/** A collector that keeps what it is sent. */
export async function openSpanSink() {
  const spans: Span[] = [];
  const server = createServer(async (req, res) => {
    const { resourceSpans } = JSON.parse(await text(req)) as Export;
    for (const { resource, scopeSpans } of resourceSpans) {
      const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
      for (const scope of scopeSpans) spans.push(...scope.spans.map((span) => ({ ...span, service })));
    }
    res.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    spans: () => [...spans],
    close: () => server.closeAllConnections(),
  };
}

/** The spans of the newest trace that has a span with this name. */
export function traceWith(spans: readonly Span[], isMeant: (span: Span) => boolean): Span[] {
  const { traceId } = spans.findLast(isMeant) ?? {};
  return spans.filter((span) => span.traceId === traceId);
}

/** Those whose parent was never told of. */
export function orphansOf(spans: readonly Span[]): string[] {
  const known = new Set(spans.map(({ spanId }) => spanId));
  return spans
    .filter(({ parentSpanId }) => parentSpanId && !known.has(parentSpanId))
    .map(({ service, name }) => `${service}: ${name}`);
}
