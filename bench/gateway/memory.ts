import { type Child, child } from './child.ts';
import { aCrowd, seats, watching } from './crowd.ts';
import type { Seat } from './crowd-process.ts';
import { compare, sizeArgument } from './figures.ts';
import { aToken } from './token.ts';

const subscribers = sizeArgument(8_000);
const orders = Array.from({ length: 10 }, (_, index) => `ORD-${index}`);
const token = await aToken();

/** The memory per subscriber in its server, which is a new process each time, because a process seldom releases memory. */
async function each(server: Child, seat: (url: string, index: number) => Seat): Promise<number> {
  const url = (await server.ask<string>('url')).replace('http', 'ws');
  const crowd = await aCrowd();
  await crowd.sit(seats(500, (index) => seat(url, index))); // the memory of the first ones is mostly code
  const before = await server.ask<number>('rssBytes');
  await crowd.sit(seats(subscribers, (index) => seat(url, index)));
  const after = await server.ask<number>('rssBytes');
  await Promise.all([crowd.kill(), server.kill()]);
  return (after - before) / 1024 / subscribers;
}

const ours = async () =>
  each(await child('./gateway-process.ts'), (url, index) => ({
    url: `${url}/graphql`,
    token,
    query: watching(orders[index % orders.length] ?? ''),
  }));
const theirs = async () =>
  each(await child('./bare-process.ts'), (url, index) => ({ url: `${url}/?group=${index % 10}` }));

await compare(`memory a subscriber, ${subscribers} of them`, 'KiB', ours, theirs);
process.exit(0);
