import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { child } from './child.ts';
import { compare, percentile, sizeArgument } from './figures.ts';
import { aToken } from './token.ts';

/**
 * The response times of other clients while hostile connections come and go at the gateway, compared with the same
 * connections to a minimal server on the same machine.
 */
const requests = sizeArgument(2_000);
const everyMs = 4;
const hostileEveryMs = 10;
const seed = 12;

const token = await aToken();
const gateway = await child('./gateway-process.ts');
const base = await gateway.ask<string>('url');
const bare = await child('./bare-process.ts');
const bareUrl = await bare.ask<string>('url');
const hostile = await child('./hostile-process.ts');

const agent = new Agent({ keepAlive: true });
const headers = { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` };
const body = JSON.stringify({ query: '{ order(id: "ORD-1") { id status progress steps { name status } } }' });
const ask = () =>
  new Promise<number>((resolve, reject) => {
    const began = performance.now();
    const outgoing = request(`${base}/graphql`, { method: 'POST', agent, headers }, (response) => {
      text(response).then(() => resolve(performance.now() - began), reject);
    });
    outgoing.on('error', reject).end(body);
  });

/** Requests at a constant rate, independent of the responses. */
async function p99(): Promise<number> {
  const waiting: Promise<number>[] = [];
  for (let at = 0; at < requests; at++) {
    waiting.push(ask());
    await pause(everyMs);
  }
  return percentile(await Promise.all(waiting), 0.99);
}

const p99WhileAttacked = (attacked: string) => async (): Promise<number> => {
  await hostile.ask('begin', Number(new URL(attacked).port), token, hostileEveryMs, seed);
  const measured = await p99();
  connections = await hostile.ask<number>('stop');
  return measured;
};

let connections = 0;
await p99();
await compare(
  'p99 beside hostile connections to a bare server',
  'ms',
  p99WhileAttacked(base),
  p99WhileAttacked(bareUrl),
);
await compare('p99 beside an undisturbed run', 'ms', p99WhileAttacked(base), p99);
console.log(`${connections} hostile connections, one every ${hostileEveryMs} ms (seed ${seed})`);
await Promise.all([gateway.kill(), bare.kill(), hostile.kill()]);
process.exit(0);
