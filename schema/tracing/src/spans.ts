import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { isTracing } from './switch.ts';

/** All that a span may say: nothing of a customer, and nothing that a caller writes as he likes. */
type Attribute =
  | 'db.operation.name'
  | 'db.system.name'
  | 'error.type'
  | 'graphql.operation.type'
  | 'http.request.method'
  | 'http.response.status_code'
  | 'http.route'
  | 'server.address'
  | 'server.port'
  | 'waybill.activity.attempt'
  | 'waybill.activity.type'
  | 'waybill.engine.call'
  | 'waybill.order.id'
  | 'waybill.step';

export type Attributes = Partial<Record<Attribute, string | number>>;

/** A carrier of W3C's trace context, such as the headers of a request. */
export type Headers = Record<string, string>;

export type SpanOptions = {
  name: string;
  kind?: 'server' | 'client' | 'internal';
  attributes?: Attributes;
  /** Whose child it is; without, that of the span that runs. */
  within?: Context;
};

/** What is told of a span while it runs. */
export type ActiveSpan = {
  name: (name: string) => void;
  attributes: (attributes: Attributes) => void;
  failed: () => void;
};

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };

/** Runs the work as a span. Of an error it has the name alone: its message may quote anything. */
export function traced<T>(options: SpanOptions, work: (span: ActiveSpan) => Promise<T>): Promise<T> {
  const { name, within = context.active() } = options;
  const run = (span: Span) => finished(span, work(activeSpan(span)));
  return trace.getTracer('waybill').startActiveSpan(name, startOptions(options), within, run);
}

export const startOptions = ({ kind = 'internal', attributes = {} }: SpanOptions) => ({
  kind: kinds[kind],
  attributes,
});

/** Ends the span with its work. */
export async function finished<T>(span: Span, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown').setStatus(failed);
    throw error;
  } finally {
    span.end();
  }
}

const failed = { code: SpanStatusCode.ERROR };

const activeSpan = (span: Span): ActiveSpan => ({
  name: (name) => void span.updateName(name),
  attributes: (attributes) => void span.setAttributes(attributes),
  failed: () => void span.setStatus(failed),
});

/** The span that runs, for whoever is called to go on with; empty where none runs. */
export function carried(): Headers {
  const headers: Headers = {};
  propagation.inject(context.active(), headers);
  return headers;
}

/** The trace that work here and now is part of; undefined where it is part of none. */
export const runningTraceId = (): string | undefined =>
  isTracing() ? trace.getSpanContext(context.active())?.traceId : undefined;

/** Where a caller's span goes on; a trace of its own begins where the headers name none. */
export const inContextOf = (headers: Headers): Context => propagation.extract(ROOT_CONTEXT, headers);

/** The span that runs, for what ends in a callback of somebody else; undefined where none runs. */
export function runningContext(): Context | undefined {
  const active = context.active();
  return trace.getSpan(active) && active;
}

/** Keeps the span that runs now for a callback that may be called out of another. */
export const bound = <Callback>(callback: Callback): Callback => context.bind(context.active(), callback);

/** A span of what is over: from a moment in milliseconds to now, or to another. */
export function tracedSince(
  startTime: number | Date,
  options: SpanOptions,
  isFailed = false,
  endTime?: number | Date,
): void {
  const { name, within = context.active() } = options;
  const span = trace.getTracer('waybill').startSpan(name, { ...startOptions(options), startTime }, within);
  if (isFailed) span.setStatus(failed);
  span.end(endTime);
}

/** A span that begins a trace of its own, which is recorded where the linked one is. */
export function tracedApart({ name, kind = 'internal' }: SpanOptions, linked: Context, work: () => void): void {
  const to = trace.getSpanContext(linked);
  const links = to ? [{ context: to }] : [];
  const span = trace.getTracer('waybill').startSpan(name, { kind: kinds[kind], root: true, links });
  work();
  span.end();
}

/** Begins what goes on for others, too, so that it is no part of what happened to begin it. */
export const untraced = <T>(begin: () => T): T =>
  isTracing() && context.active() !== ROOT_CONTEXT ? context.with(ROOT_CONTEXT, begin) : begin();
