import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Child } from './child.ts';

export const atOnce = 32;

/** Sends requests over connections that stay open: GET, or POST with a body. */
export function keepAliveClient(token: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  return (to: string, body?: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const options = body === undefined ? { headers } : { method: 'POST', headers: { ...headers, ...json } };
      const outgoing = request(to, { ...options, agent }, (response) => text(response).then(resolve, reject));
      outgoing.on('error', reject).end(body);
    });
}

const json = { 'content-type': 'application/json' };

/** Microseconds of a server's CPU per request. */
export async function cpuOfRequests(server: Child, requests: number, ask: () => Promise<unknown>): Promise<number> {
  const before = await server.ask<number>('cpuMs');
  let left = requests;
  const one = async () => {
    while (left-- > 0) await ask();
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return (((await server.ask<number>('cpuMs')) - before) * 1_000) / requests;
}
