import { leaves } from '../../services/gateway/test/support/operations.ts';
import { bodyOf, patterns } from '../../services/gateway/test/support/patterns.ts';
import { child } from './child.ts';
import { median, percentile, round } from './figures.ts';
import { aToken } from './token.ts';

/**
 * Sends each pattern of 250 kB at each input of the schema, one after another, and measures the delay of other
 * requests.
 */
const bytes = 250_000;
const gateway = await child('./gateway-process.ts');
const url = `${await gateway.ask<string>('url')}/graphql`;
const headers = { 'content-type': 'application/json', authorization: `Bearer ${await aToken()}` };

const post = async (body: string) => (await fetch(url, { method: 'POST', headers, body })).text();
const delayOf = async (body: string) => {
  await gateway.ask('longestDelayMs');
  await post(body);
  return gateway.ask<number>('longestDelayMs');
};
for (let warm = 0; warm < 200; warm++) await post('{"query":"{ viewer { id } }"}');

const delays: { input: string; pattern: string; ms: number }[] = [];
for (const leaf of leaves()) {
  for (const [pattern, json] of Object.entries(patterns)) {
    const ms = round(await delayOf(bodyOf(leaf, json(bytes))));
    delays.push({ input: `${leaf.operation.name}(${leaf.path})`, pattern, ms });
  }
}
console.table(delays.sort((one, other) => other.ms - one.ms).slice(0, 10));
const all = delays.map(({ ms }) => ms);
console.log(
  `event-loop delay, ${all.length} inputs of ${bytes} bytes: median ${round(median(all))} ms, p99 ${round(percentile(all, 0.99))} ms, most ${delays[0]?.ms} ms`,
);
await gateway.kill();
process.exit(0);
