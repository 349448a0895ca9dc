import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { createHttpServer, type HttpServer } from '@waybill/platform';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rawClient } from './support/raw-client.ts';

const offers = ['connection: Upgrade, HTTP2-Settings', 'upgrade: h2c', 'http2-settings: AAMAAABkAAQAAP__'];

let server: HttpServer;
let url: string;
let requests: string[];

const answer = async (req: IncomingMessage, res: ServerResponse) => {
  requests.push(`${req.method} ${req.url} ${await text(req)}`);
  res.end('answered');
};
const takesOver = (_: IncomingMessage, socket: Socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n');
const onFault = (error: unknown) => {
  throw error;
};

describe.each([
  ['that speaks WebSocket', { upgrade: takesOver }],
  ['that speaks HTTP alone', {}],
])('a server %s', (_, parts) => {
  beforeEach(async () => {
    requests = [];
    server = createHttpServer({ answer, onFault, ...parts });
    url = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(() => server.close(0));

  test.each<[string, string[], string[], string]>([
    ['without a body', ['GET /x HTTP/1.1', 'host: a', ...offers, '', ''], [], 'GET /x '],
    ['with a body', ['POST /x HTTP/1.1', 'host: a', ...offers, 'content-length: 5', '', 'hello'], [], 'POST /x hello'],
    ['cut in two', ['POST /x HTTP/1.1', 'host: a', ...offers, 'content-length: 5', '', 'he'], ['llo'], 'POST /x hello'],
    [
      'in chunks',
      ['POST /x HTTP/1.1', 'host: a', ...offers, 'transfer-encoding: chunked', '', '5', 'hello', '0', '', ''],
      [],
      'POST /x hello',
    ],
    [
      'of several protocols',
      ['GET /x HTTP/1.1', 'host: a', 'connection: upgrade', 'upgrade: TLS/1.0, h2c', '', ''],
      [],
      'GET /x ',
    ],
  ])(
    'answers a request %s that offers another protocol as if there were no offer',
    async (_case, first, rest, expected) => {
      const client = rawClient(url);

      client.send(...first);
      client.send(...rest);
      await client.ended;

      expect(client.statuses()).toEqual([200]);
      expect(client.heard()).toContain('answered');
      expect(requests).toEqual([expected]);
    },
  );

  test('treats nothing after an offer as a request, because its beginning may be missing', async () => {
    const client = rawClient(url);

    client.send(
      'POST /x HTTP/1.1',
      'host: a',
      ...offers,
      'content-length: 5',
      '',
      'helloPOST /y HTTP/1.1',
      'host: a',
      '',
    );
    await new Promise((resolve) => client.socket.write('content-length: 50\r\n\r\n', resolve));
    client.send('GET /hidden HTTP/1.1', 'host: a', '', '');
    await client.ended;

    expect(requests).toEqual(['POST /x hello']);
  });
});
