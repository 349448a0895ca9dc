import { child } from '../gateway/child.ts';
import { aCrowd, watching } from '../gateway/crowd.ts';
import { withEngine } from '../gateway/engine.ts';
import { sizeArgument } from '../gateway/figures.ts';
import type { GatewayGiven } from '../gateway/gateway-process.ts';
import { cpuOfRequests, keepAliveClient } from '../gateway/load.ts';
import { orderQuery } from '../gateway/order-query.ts';
import { aToken } from '../gateway/token.ts';
import { openCollector } from './collector.ts';
import { pairsOr, type Run, tell } from './ratios.ts';
import { share } from './share.ts';

/** V8 has optimised all that it will, and spans have been sent for the first time. */
const warmUps = sizeArgument(48_000);
const rounds = 16;
/** Of one round. */
const requests = warmUps / 24;
/** Read from the order book, as half of all queries of a dashboard are. */
const listQuery = '{ orders(first: 5) { edges { node { id status } } } }';

const collector = await openCollector();
const token = await aToken();
const crowd = await aCrowd();

/** A gateway with an order in memory; measures its CPU a query, in microseconds. */
const gatewayWith = (given: GatewayGiven, orderId: string) => async (): Promise<Run> => {
  const gateway = await child('./gateway-process.ts', given);
  const url = `${await gateway.ask<string>('url')}/graphql`;
  // A subscriber of the order keeps it in memory.
  await crowd.sit([{ url: url.replace('http', 'ws'), token, query: watching(orderId) }]);
  const ask = keepAliveClient(token);
  const cpuOf = (count: number, query = orderQuery(orderId)) =>
    cpuOfRequests(gateway, count, () => ask(url, JSON.stringify({ query })));
  await cpuOf(warmUps / 20, listQuery);
  await cpuOf(warmUps);
  return { measure: () => cpuOf(requests), end: gateway.kill };
};

await withEngine(async ({ at: engine, waitingOrder }) => {
  const orderId = await waitingOrder();
  const off = gatewayWith({ engine }, orderId);
  const on = gatewayWith({ engine, metrics: true, traces: { url: collector.url, share } }, orderId);
  await tell({ what: 'CPU a query of the gateway', unit: 'µs', pairs: pairsOr(12), rounds }, off, on);
});
console.log(`${collector.exports()} exports of spans`);
process.exit(0);
