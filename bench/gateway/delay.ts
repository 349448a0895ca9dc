import { leaves } from '../../services/gateway/test/support/operations.ts';
import { bodyOf, patterns } from '../../services/gateway/test/support/patterns.ts';
import { child } from './child.ts';
import { median, percentile, round } from './figures.ts';
import { aToken } from './token.ts';

/**
 * Sends each pattern of 250 kB at each input of the schema, one after another, and measures the delay of other
 * requests. A delay that an input causes comes each time: what took longer than half of the line is sent four more times,
 * and its median counts. A single long delay, and the garbage collection in it, is printed beside.
 */
const bytes = 250_000;
const suspiciousMs = 25;
const gateway = await child('./gateway-process.ts');
const url = `${await gateway.ask<string>('url')}/graphql`;
const headers = { 'content-type': 'application/json', authorization: `Bearer ${await aToken()}` };

type Delay = { ms: number; collectionMs: number };
const post = async (body: string) => (await fetch(url, { method: 'POST', headers, body })).text();
const delayOf = async (body: string) => {
  await gateway.ask('longestDelay');
  await post(body);
  return gateway.ask<Delay>('longestDelay');
};
for (let warm = 0; warm < 200; warm++) await post('{"query":"{ viewer { id } }"}');

const delays: { input: string; pattern: string; ms: number; once: number; collection: number }[] = [];
for (const leaf of leaves()) {
  for (const [pattern, json] of Object.entries(patterns)) {
    const body = bodyOf(leaf, json(bytes));
    const first = await delayOf(body);
    const all = [first.ms];
    while (first.ms > suspiciousMs && all.length < 5) all.push((await delayOf(body)).ms);
    const input = `${leaf.operation.name}(${leaf.path})`;
    delays.push({
      input,
      pattern,
      ms: round(median(all)),
      once: round(first.ms),
      collection: round(first.collectionMs),
    });
  }
}
console.table(delays.toSorted((one, other) => other.ms - one.ms).slice(0, 10));
const all = delays.map(({ ms }) => ms);
const most = (name: 'ms' | 'once' | 'collection') => Math.max(...delays.map((delay) => delay[name]));
console.log(
  `event-loop delay, ${all.length} inputs of ${bytes} bytes: median ${round(median(all))} ms, p99 ${round(percentile(all, 0.99))} ms, most ${most('ms')} ms; once ${most('once')} ms, the longest garbage collection ${most('collection')} ms`,
);
await gateway.kill();
process.exit(0);
