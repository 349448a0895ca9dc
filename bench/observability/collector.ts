import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A collector that accepts and counts everything that it is sent. */
export async function openCollector() {
  let count = 0;
  const server = createServer((req, res) => {
    count += 1;
    req.resume().once('end', () => res.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { base, url: `${base}/v1/traces`, exports: () => count };
}
