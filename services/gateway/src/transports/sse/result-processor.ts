import type { ExecutionResult } from 'graphql';
import type { FetchAPI, Plugin } from 'graphql-yoga';
import { anonymous, type Session } from '../../auth/session.ts';
import type { GatewayContext, ServerContext } from '../../execution/context.ts';
import type { LimitPerUser } from '../../execution/limits/limit-per-user.ts';
import type { ResultStream } from '../../execution/result-stream.ts';
import { createEventStreamResponse } from '../shared/event-stream.ts';
import {
  asksForEvents,
  eventStream as eventStreamType,
  graphqlResponse,
  json,
  preferredType,
} from '../shared/media-types.ts';

/** Writes event streams instead of Yoga's own processor, whose events have no `id`. */
export const createEventStreamProcessor = (
  connections: LimitPerUser,
  now: () => Date,
): Plugin<GatewayContext, ServerContext> => ({
  onResultProcess: ({ result, setResultProcessor, request, serverContext }) => {
    if (!asEvents(result, request.headers.get('accept'))) return;
    // By now the server's context is that of the operation, if the request has one.
    const { session = anonymous, onDisconnect } = serverContext as Partial<GatewayContext> & ServerContext;
    const processor = (result: unknown, fetchApi: FetchAPI) =>
      createEventStreamResponse(result as ResultStream | ExecutionResult, fetchApi, {
        ...readerFor(session, connections, now),
        onDisconnect,
      });
    setResultProcessor(processor, eventStreamType);
  },
});

/** A stream has no other format; a single result gets the format that its client prefers. */
const asEvents = (result: object | undefined, accept: string | null): boolean =>
  result !== undefined && Symbol.asyncIterator in result
    ? asksForEvents(accept)
    : preferredType(accept, [json, graphqlResponse, eventStreamType]) === eventStreamType;

const readerFor = ({ viewer, endsAt }: Session, connections: LimitPerUser, now: () => Date) => ({
  endsInMs: endsAt - now().getTime(),
  acquireConnection: () => connections.acquire(viewer?.id ?? 'nobody'),
  mostConnections: connections.most,
});
