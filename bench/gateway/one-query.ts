import { type Child, child } from './child.ts';
import { aCrowd, watching } from './crowd.ts';
import { compare, sizeArgument } from './figures.ts';
import { atOnce, cpuOfRequests, keepAliveClient } from './load.ts';
import { orderQuery } from './order-query.ts';
import { aToken } from './token.ts';

const requests = sizeArgument(4_000);

const token = await aToken();
const gateway = await child('./gateway-process.ts');
const url = `${await gateway.ask<string>('url')}/graphql`;
const crowd = await aCrowd();
// A subscriber of the order keeps it in memory.
await crowd.sit([{ url: url.replace('http', 'ws'), token, query: watching('ORD-1') }]);

const body = JSON.stringify({ query: orderQuery('ORD-1') });
const client = keepAliveClient(token);
const ask = (to: string) => client(to, body);

const answer = await ask(url);
if (!answer.startsWith('{"data"')) throw new Error(answer);
const bare = await child('./bare-process.ts', { answer });
const bareUrl = await bare.ask<string>('url');

const costOf = (server: Child, to: string) => () => cpuOfRequests(server, requests, () => ask(to));
const [ours, theirs] = [costOf(gateway, url), costOf(bare, bareUrl)];
await ours();
await theirs();
console.log(`an order with five items, ${answer.length} bytes, ${atOnce} at once`);
await compare('CPU a query', 'µs', ours, theirs);
process.exit(0);
