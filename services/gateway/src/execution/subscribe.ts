import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { GatewayContext } from './context.ts';
import { deliver } from './delivery.ts';
import { type Occasion, shownAs, withFaultsShown } from './error-masking.ts';
import { type Rendered, type Renderings, textOf } from './rendering-cache.ts';
import { eventId, type ResultStream, type StreamResult } from './result-stream.ts';

/**
 * Subscribes as graphql-js does, with these differences: each result carries where to go on after it; what is the same
 * for many is executed once; a stream that breaks ends with one error instead of taking the connection with it; and
 * where the transport has a delivery of its own, results go there, and the stream itself only ends.
 */
export async function subscribe(
  args: ExecutionArgs,
  occasion: Occasion,
  rendering: Renderings,
): Promise<ResultStream | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!isStream(source)) return withFaultsShown(source, occasion);
  const { key, render } = rendering(args, occasion);
  const { delivery } = args.contextValue as GatewayContext;
  if (!delivery) return results(source, render, occasion);
  return deliver({ source, key, send: bytesOf(render) }, delivery, lastWordOn(occasion));
}

type Rendering = (event: object) => Promise<Rendered>;

const bytesOf = (render: Rendering) => async (event: object) => (await render(event)).bytes();

const faulty = (error: unknown, occasion: Occasion): ExecutionResult => ({ errors: [shownAs(error, occasion)] });

const lastWordOn = (occasion: Occasion) => (error: unknown) => Buffer.from(textOf(faulty(error, occasion)));

function results(source: AsyncIterable<unknown>, render: Rendering, occasion: Occasion): ResultStream {
  const events = source[Symbol.asyncIterator]();
  let broken = false;

  const next = async (): Promise<IteratorResult<StreamResult, void>> => {
    if (broken) return { done: true, value: undefined };
    try {
      const { done, value } = await events.next();
      if (done) return { done, value: undefined };
      const { result } = await render(value as object);
      return { value: { ...result, [eventId]: idOf(value) } };
    } catch (error) {
      broken = true;
      return { value: faulty(error, occasion) };
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

/** A list's change has a cursor, a journal entry its number, and an order its revision. */
function idOf(event: unknown): string | undefined {
  const { cursor, seq, revision } = event as { cursor?: string; seq?: number; revision?: number };
  return cursor ?? (seq ?? revision)?.toString();
}
