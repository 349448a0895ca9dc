import { once } from 'node:events';
import {
  type ClientHttp2Session,
  connect,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import proto from '@temporalio/proto';

const { PollWorkflowTaskQueueResponse } = proto.temporal.api.workflowservice.v1;

/** A proxy before an engine, for its workers: a query on its way to a worker can be held up, as on a busy machine. */
export async function holdingQueries(engine: string) {
  const upstream = connect(`http://${engine}`);
  let onQuery = async (): Promise<void> => undefined;
  const server = createServer();
  server.on('stream', (stream, headers) => {
    const isPoll = headers[':path']?.endsWith('/PollWorkflowTaskQueue');
    passOn(upstream, stream, headers, async (body) => {
      if (isPoll && isQuery(body)) await onQuery();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The next query is held until it is released; `isHeld` resolves when it has come. */
    holdNext() {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const isHeld = new Promise<void>((resolve) => {
        onQuery = () => {
          onQuery = async () => undefined;
          resolve();
          return released;
        };
      });
      return { isHeld, release };
    },
    close() {
      upstream.destroy();
      server.close();
    },
  };
}

/** Passes a call on, and its answer back when `before` has looked at it. */
function passOn(
  upstream: ClientHttp2Session,
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  before: (body: Buffer) => Promise<void>,
): void {
  const call = upstream.request(headers);
  const chunks: Buffer[] = [];
  let head = {};
  let trailers = {};
  call.on('response', (given) => {
    head = given;
  });
  call.on('trailers', (given) => {
    trailers = given;
  });
  call.on('data', (chunk: Buffer) => chunks.push(chunk));
  call.on('end', async () => {
    const body = Buffer.concat(chunks);
    await before(body);
    if (stream.destroyed) return;
    stream.respond(head, { waitForTrailers: true });
    stream.on('wantTrailers', () => stream.sendTrailers(trailers));
    stream.end(body);
  });
  call.on('error', () => stream.close());
  stream.on('error', () => call.close()); // a worker that leaves cuts its polls
  stream.on('aborted', () => call.close());
  stream.pipe(call);
}

/** A gRPC message comes behind five bytes: whether it is compressed, and its length. */
function isQuery(body: Buffer): boolean {
  if (body.length <= 5) return false;
  const message = body.subarray(5);
  return PollWorkflowTaskQueueResponse.decode(body[0] === 1 ? gunzipSync(message) : message).query != null;
}
