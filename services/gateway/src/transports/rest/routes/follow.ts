import { z } from '@hono/zod-openapi';
import type { ExecutionResult, GraphQLScalarType } from 'graphql';
import { atTokenEnd, isOver as isExpired, type Session, tokenExpired } from '../../../auth/session.ts';
import type { Followed } from '../../../execution/in-process.ts';
import { createEventStreamResponse, type EventFormat, tooManyStreams } from '../../shared/event-stream.ts';
import { outcomeOf } from '../outcome.ts';
import { invalid } from '../parameters.ts';
import { problemsOf, replyToError } from '../problems.ts';
import type { Call, Reply, Route, Tools } from '../route.ts';
import { operationOf } from '../shapes/operation.ts';

type Events = {
  path: string;
  tag: string;
  summary: string;
  /** A query for its closing time and its revision. */
  ending: string;
};

/** Opens the stream of a journal after an entry; each result has the entry under this name. */
type Journal = { name: string; open: (call: Call, tools: Tools, after: string | undefined) => Promise<Followed> };

/** A GET that returns server-sent events: one for each entry of the journal of an order. */
export function events({ document, ...options }: Events & { document: string }): Route {
  const name = operationOf(document).root.name.value;
  return eventRoute(options, {
    name,
    open: ({ params, query, context }, { follow }) => follow(document, { ...query, ...params }, context),
  });
}

/** An event as its three fields; its data is an entry, or the problem that ended the stream. */
const ServerSentEvent = z.object({ event: z.string(), id: z.string().optional(), data: z.string() });

export function eventRoute({ path, tag, summary, ending }: Events, { name, open }: Journal): Route {
  const operation = operationOf(ending);
  return {
    method: 'get',
    path,
    tag,
    summary,
    field: operation.field,
    query: { after: operation.schema.getType('Cursor') as GraphQLScalarType },
    headers: { 'Last-Event-ID': 'The id of the last event that was received: the stream goes on after it' },
    responses: {
      200: {
        description: 'The stream; it ends after the last entry',
        shape: ServerSentEvent,
        mediaType: 'text/event-stream',
      },
      204: { description: 'There is nothing after the Last-Event-ID, and never will be' },
      ...problemsOf(operation, { hasId: true, hasBody: false }),
    },
    async answer(call, tools) {
      // A stream cannot report an error by its status: it has already started.
      const found = outcomeOf(operation, await tools.run(ending, call.params, call.context), call);
      if (found.kind === 'refused') return found.reply;
      const lastId = lastIdIn(call);
      if (found.kind === 'done' && lastId !== undefined && isOver(found.value, lastId)) return { status: 204 };
      const after = lastId === undefined ? (call.query.after as string | undefined) : String(lastId);
      const followed = await open(call, tools, after);
      if (!isStream(followed)) return refusal(followed, call);
      const { connections, now } = tools;
      return createEventStreamResponse(followed.stream, { Response }, readerOf(followed, call, { connections, now }), {
        event: entryEvent(name, call),
        end: '',
      });
    },
  };
}

/** The number of the last received entry; it overrides `after`. */
function lastIdIn({ header }: Call): number | undefined {
  const id = header('last-event-id') || undefined;
  if (id !== undefined && !/^\d{1,15}$/.test(id)) throw unknownEvent();
  return id === undefined ? undefined : Number(id);
}

export const unknownEvent = () =>
  invalid([{ path: ['Last-Event-ID'], message: 'is not the id of an event of this stream' }]);

const isOver = (found: Record<string, unknown>, lastId: number): boolean =>
  found.closedAt !== null && lastId === Number(found.revision);

type Stream = Extract<Followed, { stream: unknown }>;

export const isStream = (followed: Followed): followed is Stream => 'stream' in followed;

export const refusal = ({ errors }: ExecutionResult, call: Call): Reply => {
  const [error] = errors ?? [];
  if (!error) throw new Error('A refused subscription has an error');
  return replyToError(error, call);
};

const readerOf = (
  { session: { viewer, endsAt } }: Stream,
  { context }: Call,
  { connections, now }: Pick<Tools, 'connections' | 'now'>,
) => ({
  endsInMs: endsAt - now().getTime(),
  acquireConnection: () => connections.acquire(viewer?.id ?? 'nobody'),
  mostConnections: connections.most,
  onDisconnect: context.onDisconnect,
});

type Entry = { type: string; cursor: string };

/** An error ends the stream as an event of its own, whose data is a problem. */
const entryEvent =
  (name: string, call: Call): EventFormat['event'] =>
  ({ data, errors }) => {
    const [error] = errors ?? [];
    if (error) return `event: problem\ndata: ${JSON.stringify(replyToError(error, call).body)}\n\n`;
    const entry = data?.[name] as Entry;
    return `event: ${entry.type}\nid: ${entry.cursor}\ndata: ${JSON.stringify(entry)}\n\n`;
  };

/** Counts as one of the viewer's connections while `wait` lasts; the end of its token ends it. */
export async function whileConnected(
  { stream, session }: Stream,
  call: Call,
  { connections, now }: Pick<Tools, 'connections' | 'now'>,
  wait: () => Promise<Reply>,
): Promise<Reply> {
  const release = connections.acquire(session.viewer?.id ?? 'nobody');
  try {
    if (!release) return replyToError(tooManyStreams(connections.most), call);
    const reply = await untilTokenEnds(session, now, wait());
    return reply && !isExpired(session, now()) ? reply : replyToError(tokenExpired(), call);
  } finally {
    release?.();
    await stream.return().catch(() => undefined); // the wait is over
  }
}

/** Undefined when the token ends first. */
async function untilTokenEnds<T>({ endsAt }: Session, now: () => Date, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<undefined>((resolve) => {
    timer = atTokenEnd(endsAt - now().getTime(), () => resolve(undefined));
  });
  return Promise.race([work, ended]).finally(() => clearTimeout(timer));
}
