import type { ExecutionResult } from 'graphql';
import type { FetchAPI, Plugin } from 'graphql-yoga';
import { nobody, type Session } from '../../auth/session.ts';
import type { GatewayContext, ServerContext } from '../../execution/context.ts';
import type { Presence } from '../../execution/limits/connection-count.ts';
import type { ResultStream } from '../../execution/result-stream.ts';
import { bestOf, eventStream as eventStreamType, graphqlResponse, json, namesEvents } from '../media-types.ts';
import { eventStream } from './event-stream.ts';

/** Answers with a stream of events whoever asks for one, instead of with Yoga's own, which says no `id`. */
export const serverSentEvents = (presence: Presence, now: () => Date): Plugin<GatewayContext, ServerContext> => ({
  onResultProcess: ({ result, setResultProcessor, request, serverContext }) => {
    if (!asEvents(result, request.headers.get('accept'))) return;
    // By now the server's context is the operation's, if it came so far as to have one.
    const { session = nobody, whenGone } = serverContext as Partial<GatewayContext> & ServerContext;
    const processor = (result: unknown, fetchApi: FetchAPI) =>
      eventStream(result as ResultStream | ExecutionResult, fetchApi, {
        ...presentAs(session, presence, now),
        whenGone,
      });
    setResultProcessor(processor, eventStreamType);
  },
});

/** A stream can be told in no other way; what is one result is told as its reader likes it best. */
const asEvents = (result: object | undefined, accept: string | null): boolean =>
  result !== undefined && Symbol.asyncIterator in result
    ? namesEvents(accept)
    : bestOf(accept, [json, graphqlResponse, eventStreamType]) === eventStreamType;

const presentAs = ({ viewer, endsAt }: Session, presence: Presence, now: () => Date) => ({
  endsInMs: endsAt - now().getTime(),
  enter: () => presence.enter(viewer?.id ?? 'nobody'),
});
