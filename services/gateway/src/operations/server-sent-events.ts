import type { ExecutionResult } from 'graphql';
import type { FetchAPI, Plugin } from 'graphql-yoga';
import { nobody, type Session } from '../auth/session.ts';
import type { Carried, GatewayContext } from '../context.ts';
import { eventStream, type Reader } from '../http/event-stream.ts';
import type { Presence } from '../limits/presence.ts';
import type { ResultStream } from './results.ts';

/** Answers as a stream of events whoever accepts one, instead of Yoga's own, which says no `id`. */
export const serverSentEvents = (presence: Presence, now: () => Date): Plugin<GatewayContext, Carried> => ({
  onResultProcess: ({ setResultProcessor, acceptableMediaTypes, request, serverContext }) => {
    if (!request.headers.get('accept')?.includes('text/event-stream')) return;
    acceptableMediaTypes.push('text/event-stream');
    // By now the server's context is the operation's, if it came so far as to have one.
    const { session = nobody } = serverContext as Partial<GatewayContext>;
    const processor = (result: unknown, fetchApi: FetchAPI) =>
      eventStream(result as ResultStream | ExecutionResult, fetchApi, presentAs(session, presence, now));
    setResultProcessor(processor, 'text/event-stream');
  },
});

const presentAs = ({ viewer, endsAt }: Session, presence: Presence, now: () => Date): Reader => ({
  endsInMs: endsAt - now().getTime(),
  enter: () => presence.enter(viewer?.id ?? 'nobody'),
  leave: () => presence.leave(viewer?.id ?? 'nobody'),
});
