import { once } from 'node:events';
import { createServer, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';

type Status = { code: number; message: string };

/** A server that answers gRPC calls with nothing, and some with an error: by the name of the call. */
export async function refusingEngine(refused: Record<string, Status>) {
  const server = createServer();
  server.on('stream', (stream, headers) => answer(stream, refused[`${headers[':path']}`.split('/').at(-1) ?? '']));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { address: addressOf(server), close: () => server.close() };
}

export const addressOf = (server: { address: () => unknown }): string =>
  `127.0.0.1:${(server.address() as AddressInfo).port}`;

const grpc = { ':status': 200, 'content-type': 'application/grpc' };
const emptyMessage = Buffer.alloc(5);

function answer(stream: ServerHttp2Stream, status: Status | undefined): void {
  stream.on('error', () => undefined);
  if (status) {
    stream.respond({ ...grpc, 'grpc-status': `${status.code}`, 'grpc-message': status.message }, { endStream: true });
    return;
  }
  stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
  stream.respond(grpc, { waitForTrailers: true });
  stream.end(emptyMessage);
}
