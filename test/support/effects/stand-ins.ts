import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createHttp2Server, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';

const unimplemented = { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '12' } as const;

/** Fakes of an HTTP service and of an engine, which record what they receive. */
export async function standIns() {
  const told: string[] = [];
  const service = createServer((req, res) => {
    told.push(`${req.url} ${req.headers.authorization}`);
    res.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  const engine = createHttp2Server().listen(0, '127.0.0.1');
  engine.on('stream', (stream: ServerHttp2Stream, { ':path': path }) => {
    let body = '';
    stream.setEncoding('latin1').on('data', (part: string) => {
      body += part;
    });
    stream.once('end', () => {
      told.push(`${path} ${body}`);
      stream.respond(unimplemented, { endStream: true });
    });
  });
  await Promise.all([once(service, 'listening'), once(engine, 'listening')]);
  const portOf = (server: typeof service | typeof engine) => (server.address() as AddressInfo).port;

  return {
    serviceUrl: `http://127.0.0.1:${portOf(service)}`,
    engineAddress: `127.0.0.1:${portOf(engine)}`,
    /** Whether any of what is told meanwhile has these words in it. */
    async areTold(words: string, work: () => Promise<unknown>): Promise<boolean> {
      told.length = 0;
      await work().catch(() => undefined);
      return told.some((each) => each.includes(words));
    },
  };
}

export const stand = await standIns();
