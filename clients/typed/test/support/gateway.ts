import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type ConnectOptions, connect } from '@waybill/client';
import { buildSchema, type ExecutionResult, GraphQLError, graphql, parse, subscribe } from 'graphql';
import { makeServer } from 'graphql-ws';
import { WebSocket, WebSocketServer } from 'ws';
import { aRestartableServer } from './restartable-server.ts';

/** The responses of the gateway in a test, by field. `lastEventId` is the header of a reader of server-sent events. */
export type Answers = Record<
  string,
  (args: Record<string, unknown>, context: { lastEventId: string | undefined }) => unknown
>;

export type Gateway = Awaited<ReturnType<typeof aGateway>>;

/** The limit of the gateway. */
const operationsPerSocket = 100;
const tooManyOperations = new GraphQLError('Too many operations', {
  extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 },
});

const schema = buildSchema(
  await readFile(new URL('../../../../schema/graphql/schema.graphql', import.meta.url), 'utf8'),
);

/** A gateway with the real protocols and the real schema, whose responses a test defines. */
export async function aGateway(answers: Answers) {
  const tokens = createTokens();
  const sockets = createSockets(answers, tokens.taken);
  const http = createHttp(answers, tokens.taken);
  const server = await aRestartableServer({ request: http.request, upgrade: sockets.upgrade });

  const clients: { close: () => void }[] = [];
  return {
    ...server,
    good: tokens.good,
    seen: tokens.seen,
    /** The number of open streams and sockets. */
    connected: () => sockets.open() + http.open().length,
    /** Ends every connection properly: with a close code, or after an error if there is one. */
    dismiss: (code: number, errors?: ExecutionResult['errors']) => {
      for (const socket of sockets.clients) socket.close(code);
      for (const stream of http.open()) stream.end(errors && asEvent('next', { errors }));
    },
    /** Sends nothing more to the current connections, not even a pong. */
    freeze: () => {
      for (const socket of sockets.clients) socket.pause();
    },
    /** A client without waits between retries. */
    connect: (options: Partial<ConnectOptions> = {}) => {
      const client = connect({ ...patient, url: server.url(), ...options });
      clients.push(client);
      return client;
    },
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) client.close();
      await server.close();
    },
  };
}

const patient = { token: () => 'token-1', WebSocket, random: () => 0.5, pause: async () => {} };

type Taken = ReturnType<typeof createTokens>['taken'];

/** The valid tokens, and every token that was received. */
function createTokens() {
  const good = new Set(['token-1']);
  const seen: { url: string; authorization: string }[] = [];
  const taken = (url = '', authorization = ''): boolean => {
    seen.push({ url, authorization });
    return good.has(authorization.replace('Bearer ', ''));
  };
  return { good, seen, taken };
}

function createSockets(answers: Answers, taken: Taken) {
  const sockets = new WebSocketServer({ noServer: true });
  const protocol = makeServer<Record<string, unknown>, { url: string | undefined }>({
    schema,
    roots: { query: answers, mutation: answers, subscription: answers },
    context: () => ({ lastEventId: undefined }),
    onSubscribe: ({ subscriptions }) =>
      Object.keys(subscriptions).length > operationsPerSocket ? [tooManyOperations] : undefined,
    onConnect: ({ extra, connectionParams }) => taken(extra.url, String(connectionParams?.authorization ?? '')),
  });
  const speak = (socket: WebSocket, url: string | undefined) => {
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (message) => socket.send(message, () => {}), // who was cut off hears nothing
        close: (code, reason) => socket.close(code, reason),
        onMessage: (hear) => socket.on('message', (data) => void hear(String(data))),
      },
      { url },
    );
    socket.once('close', (code, reason) => void closed(code, String(reason)));
  };
  return {
    clients: sockets.clients,
    open: () => [...sockets.clients].filter(isOpen).length,
    upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) =>
      sockets.handleUpgrade(req, socket, head, (each) => speak(each, req.url)),
  };
}

function createHttp(answers: Answers, taken: Taken) {
  const streams = new Set<ServerResponse>();
  const request = async (req: IncomingMessage, res: ServerResponse) => {
    const body = JSON.parse(await text(req)) as { query: string; variables: Record<string, unknown> };
    if (!taken(req.url, req.headers.authorization)) return json(res, 401, unauthenticated);
    const args = { schema, rootValue: answers, contextValue: { lastEventId: req.headers['last-event-id'] } };
    const variableValues = body.variables;
    if (!req.headers.accept?.includes('text/event-stream')) {
      return json(res, 200, await graphql({ ...args, source: body.query, variableValues }));
    }
    streams.add(res);
    res.once('close', () => streams.delete(res));
    await tell(res, await subscribe({ ...args, document: parse(body.query), variableValues }));
  };
  return {
    open: () => [...streams].filter(isTelling),
    request: (req: IncomingMessage, res: ServerResponse) => void request(req, res),
  };
}

const isOpen = ({ readyState }: WebSocket) => readyState === WebSocket.OPEN;
const isTelling = ({ writableEnded, destroyed }: ServerResponse) => !writableEnded && !destroyed;

const unauthenticated = { errors: [{ message: 'Unknown token', extensions: { code: 'UNAUTHENTICATED' } }] };

function json(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function tell(res: ServerResponse, results: AsyncIterable<ExecutionResult> | ExecutionResult): Promise<void> {
  res.writeHead(200, { 'content-type': 'text/event-stream' });
  res.write(':\n\n');
  for await (const result of Symbol.asyncIterator in results ? results : [results]) {
    const [told] = Object.values(result.data ?? {}) as { cursor?: string; revision?: number }[];
    res.write(`id: ${told?.cursor ?? told?.revision}\n${asEvent('next', result)}`);
  }
  res.end('event: complete\ndata:\n\n');
}

const asEvent = (event: string, data: unknown) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
