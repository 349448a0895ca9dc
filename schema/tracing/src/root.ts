import { type Context, context, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api';
import { notRecorded, recorded } from './decision.ts';
import { finished, type SpanOptions, startOptions } from './spans.ts';
import { isDrawn } from './switch.ts';

/** A trace that begins here. */
export type Root = {
  /** Decided once, for all of the trace. */
  readonly isRecorded: boolean;
  /** Runs the work as the root span of a trace that is recorded. Only calls `within` it are its children. */
  record: <T>(options: SpanOptions, work: () => Promise<T>) => Promise<T>;
  /** Makes a call as part of the trace. */
  within: <T>(call: () => T) => T;
};

/**
 * Begins a trace whose context is entered by its calls, and not by all of its work: of one that is not recorded and makes no
 * call nothing exists, not even an id.
 *
 * A fast path: while anything of the process is in a context, each `await` is dearer before Node 24 (see `createContexts`);
 * `npm run bench -- observability queries` measures queries. Once only later versions are supported, `traced` does.
 */
export const beginTrace = (): Root => new BegunTrace();

class BegunTrace implements Root {
  readonly isRecorded = isDrawn();
  #entered: Context | undefined;

  record<T>(options: SpanOptions, work: () => Promise<T>): Promise<T> {
    const span = tracer().startSpan(options.name, startOptions(options), recorded);
    this.#entered = contextOf(span);
    return finished(span, work());
  }

  within<T>(call: () => T): T {
    this.#entered ??= contextOf(tracer().startSpan('not recorded', {}, notRecorded));
    return context.with(this.#entered, call);
  }
}

const tracer = () => trace.getTracer('waybill');

const contextOf = (span: Span): Context => trace.setSpan(ROOT_CONTEXT, span);
