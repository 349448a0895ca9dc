import { child } from './child.ts';
import { aCrowd, seats, watching } from './crowd.ts';
import { compare, sizeArgument } from './figures.ts';
import { aToken } from './token.ts';

const subscribers = sizeArgument(5_000);
const changes = 20;
const orders = Array.from({ length: 10 }, (_, index) => `ORD-${index}`);
const deliveries = subscribers * changes;

const token = await aToken();
const gateway = await child('./gateway-process.ts');
const gatewayUrl = (await gateway.ask<string>('url')).replace('http', 'ws');
const watchers = await aCrowd();
await watchers.sit(
  seats(subscribers, (index) => ({ url: `${gatewayUrl}/graphql`, token, query: watching(orders[index % 10] ?? '') })),
);
await watchers.forget();
await gateway.ask('change', [orders[0]], 1);
await watchers.until(subscribers / orders.length);
const message = await watchers.last();

const bare = await child('./bare-process.ts');
const bareUrl = (await bare.ask<string>('url')).replace('http', 'ws');
const listeners = await aCrowd();
await listeners.sit(seats(subscribers, (index) => ({ url: `${bareUrl}/?group=${orders[index % 10]}` })));

/** Microseconds of the gateway's CPU per delivered message. */
const ours = async () => {
  await watchers.forget();
  const before = await gateway.ask<number>('cpuMs');
  await gateway.ask('change', orders, changes);
  await watchers.until(deliveries);
  return (((await gateway.ask<number>('cpuMs')) - before) * 1_000) / deliveries;
};
const theirs = async () => {
  await listeners.forget();
  const before = await bare.ask<number>('cpuMs');
  await bare.ask('send', orders, changes, message);
  await listeners.until(deliveries);
  return (((await bare.ask<number>('cpuMs')) - before) * 1_000) / deliveries;
};

await ours();
await theirs();
console.log(`${subscribers} subscribers on ${orders.length} orders, messages of ${message.length} bytes`);
await compare('CPU a delivery', 'µs', ours, theirs);
process.exit(0);
