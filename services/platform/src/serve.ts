import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve as serveNode } from '@hono/node-server';

export type Served = { url: string; close: () => Promise<void> };

/** How long requests that are under way may take to end when the service is closed. */
const graceMs = 2_000;

/** Longer than any client of ours keeps a connection: it is the client that ends an idle one, and never in the middle of a request. */
const keepAliveMs = 75_000;

type App = { fetch: (request: Request) => Response | Promise<Response> };

/** Listens on loopback unless told otherwise; port 0 takes a free one. Rejects when the port is taken. Closing lets requests end, for a while. */
export async function serve(app: App, { host = '127.0.0.1', port = 0 } = {}): Promise<Served> {
  const { promise: listening, resolve, reject } = deferred<AddressInfo>();
  const server = serveNode({ fetch: app.fetch, hostname: host, port }, resolve);
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = keepAliveMs;
  server.once('error', reject);
  const { port: bound } = await listening;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () =>
      new Promise((closed) => {
        const cut = setTimeout(() => closeConnections('closeAllConnections'), graceMs);
        server.close(() => {
          clearTimeout(cut);
          closed();
        });
        closeConnections('closeIdleConnections');
      }),
  };

  function closeConnections(which: 'closeAllConnections' | 'closeIdleConnections'): void {
    if (which in server) (server as Server)[which]();
  }
}

function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
