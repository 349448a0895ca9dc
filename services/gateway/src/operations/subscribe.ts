import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  locatedError,
} from 'graphql';
import { type Occasion, shown, withFaultsShown } from './faults.ts';

/** Where a client that was told this result goes on: the `id:` of its server-sent event. */
export const eventId = Symbol('event id');
export type StreamResult = ExecutionResult & { [eventId]?: string | undefined };

/**
 * Subscribes as graphql-js does, with two differences: each result carries where to go on after it, and a stream that
 * breaks ends with one error instead of taking the connection with it.
 */
export async function subscribe(
  args: ExecutionArgs,
  occasion: Occasion,
): Promise<AsyncGenerator<StreamResult, void, void> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!isStream(source)) return withFaultsShown(source, occasion);
  const events = source[Symbol.asyncIterator]();
  let broken = false;

  const next = async (): Promise<IteratorResult<StreamResult, void>> => {
    if (broken) return { done: true, value: undefined };
    try {
      const { done, value } = await events.next();
      if (done) return { done, value: undefined };
      const result = withFaultsShown(await execute({ ...args, rootValue: value }), occasion);
      return { value: Object.assign(result, { [eventId]: idOf(value) }) };
    } catch (error) {
      broken = true;
      return { value: { errors: [shown(located(error), occasion)] } };
    }
  };

  const stream: AsyncGenerator<StreamResult, void, void> = {
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

const located = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : locatedError(error, undefined);

/** A list's change has a cursor, a journal entry its number, and an order its revision. */
function idOf(event: unknown): string | undefined {
  const { cursor, seq, revision } = event as { cursor?: string; seq?: number; revision?: number };
  return cursor ?? (seq ?? revision)?.toString();
}
