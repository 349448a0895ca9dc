import { once } from 'node:events';
import { openLog } from '@waybill/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { aGatewayWithDoubles, anOrderUnderWay, type Fixture } from './support/gateway-with-doubles.ts';

let fixture: Fixture;
const faults: string[] = [];
beforeAll(async () => {
  fixture = await aGatewayWithDoubles({
    log: openLog('gateway', 'error', { write: (line) => void faults.push(line) }),
  });
  fixture.running.set('ORD-1', anOrderUnderWay('ORD-1'));
});
beforeEach(() => void faults.splice(0));
afterAll(() => fixture.close());

const longId = 'x'.repeat(200);
const follow = { query: 'subscription { orderChanged(id: "ORD-1") { id } }' };
const result = { data: null };
const init = () => ({ type: 'connection_init', payload: fixture.gateway.authorization });

/** What was sent before: nothing, an `init` that is not answered yet, and so on; the rest is in order. */
const phases: Record<string, (socket: WebSocket) => Promise<unknown>> = {
  'before connection_init': async () => undefined,
  'while connection_init is answered': async (socket) => send(socket, init()),
  'after connection_ack': (socket) => answered(socket, init()),
  'while an operation runs': async (socket) => {
    await answered(socket, init());
    await answered(socket, { type: 'subscribe', id: longId, payload: follow });
  },
};

/** For each phase the code of the close, or null where the socket stays open. */
type Outcomes = [before: number | null, pending: number | null, acknowledged: number | null, running: number | null];
const always = (code: number | null): Outcomes => [code, code, code, code];

const messages: Record<string, [message: unknown, Outcomes]> = {
  connection_init: [{ type: 'connection_init' }, [4403, 4429, 4429, 4429]],
  'connection_init with a payload of another type': [{ type: 'connection_init', payload: 1 }, always(4400)],
  connection_ack: [{ type: 'connection_ack' }, always(4400)],
  'connection_ack with a payload': [{ type: 'connection_ack', payload: {} }, always(4400)],
  ping: [{ type: 'ping' }, always(null)],
  'ping with a payload': [{ type: 'ping', payload: { a: 1 } }, always(null)],
  'ping with a payload of another type': [{ type: 'ping', payload: 'x' }, always(4400)],
  pong: [{ type: 'pong' }, always(null)],
  subscribe: [{ type: 'subscribe', id: 'b', payload: follow }, [4401, 4401, null, null]],
  'subscribe with a long id': [{ type: 'subscribe', id: longId, payload: follow }, [4401, 4401, null, 4409]],
  'subscribe with the id of a prototype': [
    { type: 'subscribe', id: '__proto__', payload: follow },
    [4401, 4401, null, null],
  ],
  'subscribe without a payload': [{ type: 'subscribe', id: 'b' }, always(4400)],
  'subscribe with an empty id': [{ type: 'subscribe', id: '', payload: follow }, always(4400)],
  next: [{ type: 'next', id: 'b', payload: result }, always(4400)],
  'next of a running operation': [{ type: 'next', id: longId, payload: result }, always(4400)],
  'next without an id': [{ type: 'next' }, always(4400)],
  error: [{ type: 'error', id: 'b', payload: [{ message: 'No' }] }, always(4400)],
  'error without errors': [{ type: 'error', id: 'b', payload: [] }, always(4400)],
  complete: [{ type: 'complete', id: longId }, always(null)],
  'complete without an id': [{ type: 'complete' }, always(4400)],
  'a type of the older protocol': [{ type: 'start', id: 'b', payload: follow }, always(4400)],
  'a type of a prototype': [{ type: 'constructor' }, always(4400)],
  'a type that is a list': [{ type: ['next'] }, always(4400)],
  'no type': [{}, always(4400)],
  null: [null, always(4400)],
  'a list': [[{ type: 'ping' }], always(4400)],
  'no JSON': ['{', always(4400)],
  nothing: ['', always(4400)],
};

describe.each(Object.keys(phases).map((phase, at) => [phase, at] as const))('%s', (phase, at) => {
  test.each(Object.entries(messages))('%s has the outcome of the protocol', async (_, [message, outcomes]) => {
    const socket = new WebSocket(fixture.gateway.endpoint.replace('http', 'ws'), 'graphql-transport-ws');
    await once(socket, 'open');
    await phases[phase]?.(socket);

    send(socket, message);
    const code = await codeOf(socket, outcomes[at] !== null);

    expect({ code, faults }).toEqual({ code: outcomes[at], faults: [] });
    socket.terminate();
  });
});

const send = (socket: WebSocket, message: unknown) =>
  socket.send(typeof message === 'string' ? message : JSON.stringify(message));

async function answered(socket: WebSocket, message: unknown): Promise<void> {
  const answer = once(socket, 'message');
  send(socket, message);
  await answer;
}

/** The code of its close, or null where it answers a ping that follows. */
async function codeOf(socket: WebSocket, isClosed: boolean): Promise<number | null> {
  if (isClosed) return once(socket, 'close').then(([code]) => code as number);
  const text = 'still there';
  const answers = new Promise<null>((resolve) =>
    socket.on('message', (data) => void (String(data).includes(text) && resolve(null))),
  );
  send(socket, { type: 'ping', payload: { text } });
  return Promise.race([once(socket, 'close').then(([code]) => code as number), answers]);
}
