import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { forgetPorts, type GatewayContext } from './context.ts';
import { deliver } from './delivery.ts';
import { type MaskingContext, maskErrors, maskThrown } from './error-masking.ts';
import { type Rendered, type RenderingCache, serialize } from './rendering-cache.ts';
import { eventId, type ResultStream, type StreamResult } from './result-stream.ts';

/**
 * Subscribes as graphql-js does, with these differences: each result has the position after which to resume; shared
 * results are executed once; a stream that fails ends with one error instead of ending the connection; and if the
 * transport has its own delivery, results go there, and the stream only ends.
 */
export async function subscribe(
  args: ExecutionArgs,
  masking: MaskingContext,
  rendering: RenderingCache,
): Promise<ResultStream | ExecutionResult> {
  // Pothos caches data by context: it does so for this copy, which is released once the stream is open.
  const source = await createSourceEventStream({ ...args, contextValue: { ...(args.contextValue as GatewayContext) } });
  if (!isStream(source)) return maskErrors(source, masking);
  forgetPorts(args.contextValue as GatewayContext);
  const { key, render } = rendering(args, masking);
  const { delivery } = args.contextValue as GatewayContext;
  if (!delivery) return results(source, render, masking);
  return deliver({ source, key, send: bytesOf(render) }, delivery, createErrorRenderer(masking));
}

type Rendering = (event: object) => Promise<Rendered>;

const bytesOf = (render: Rendering) => async (event: object) => (await render(event)).bytes();

const errorResult = (error: unknown, masking: MaskingContext): ExecutionResult => ({
  errors: [maskThrown(error, masking)],
});

const createErrorRenderer = (masking: MaskingContext) => (error: unknown) =>
  Buffer.from(serialize(errorResult(error, masking)));

function results(source: AsyncIterable<unknown>, render: Rendering, masking: MaskingContext): ResultStream {
  const events = source[Symbol.asyncIterator]();
  let failed = false;

  const next = async (): Promise<IteratorResult<StreamResult, void>> => {
    if (failed) return { done: true, value: undefined };
    try {
      const { done, value } = await events.next();
      if (done) return { done, value: undefined };
      const { result } = await render(value as object);
      return { value: { ...result, [eventId]: idOf(value) } };
    } catch (error) {
      failed = true;
      return { value: errorResult(error, masking) };
    }
  };

  const stream: ResultStream = {
    next,
    return: async () => {
      await events.return?.();
      return { done: true, value: undefined };
    },
    throw: async (error) => {
      await events.return?.();
      throw error;
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}

const isStream = (source: AsyncIterable<unknown> | ExecutionResult): source is AsyncIterable<unknown> =>
  Symbol.asyncIterator in source;

/** The change of a list has a cursor, a journal entry its number, and an order its revision. */
function idOf(event: unknown): string | undefined {
  const { cursor, seq, revision } = event as { cursor?: string; seq?: number; revision?: number };
  return cursor ?? (seq ?? revision)?.toString();
}
