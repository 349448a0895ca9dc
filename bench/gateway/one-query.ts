import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { child } from './child.ts';
import { aCrowd, watching } from './crowd.ts';
import { compare, sizeAsked } from './figures.ts';
import { aToken } from './token.ts';

const requests = sizeAsked(4_000);
const atOnce = 32;
const query =
  '{ order(id: "ORD-1") { id status progress currentStep revision total { amount currencyCode } items { sku name quantity unitPrice { amount } lineTotal { amount } } shippingAddress { street city zip country } steps { name status attempt } } }';

const token = await aToken();
const gateway = await child('./gateway-process.ts');
const url = `${await gateway.ask<string>('url')}/graphql`;
const crowd = await aCrowd();
// Somebody watches the order: that is what keeps it in memory.
await crowd.sit([{ url: url.replace('http', 'ws'), token, query: watching('ORD-1') }]);

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
const headers = { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` };
const body = JSON.stringify({ query });
const ask = (to: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request(to, { method: 'POST', agent, headers }, (response) => text(response).then(resolve, reject));
    asked.on('error', reject).end(body);
  });

const answer = await ask(url);
if (!answer.startsWith('{"data"')) throw new Error(answer);
const bare = await child('./bare-process.ts', { answer });
const bareUrl = await bare.ask<string>('url');

/** Microseconds of a server's processor for each request. */
const costOf = (server: typeof bare, to: string) => async () => {
  const before = await server.ask<number>('cpuMs');
  let left = requests;
  const one = async () => {
    while (left-- > 0) await ask(to);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return (((await server.ask<number>('cpuMs')) - before) * 1_000) / requests;
};

const [ours, theirs] = [costOf(gateway, url), costOf(bare, bareUrl)];
await ours();
await theirs();
console.log(`an order with five items, ${answer.length} bytes, ${atOnce} at once`);
await compare('CPU a query', 'µs', ours, theirs);
process.exit(0);
