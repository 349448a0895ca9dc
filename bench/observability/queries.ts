import { child } from '../gateway/child.ts';
import { aCrowd, watching } from '../gateway/crowd.ts';
import { sizeArgument } from '../gateway/figures.ts';
import type { GatewayGiven } from '../gateway/gateway-process.ts';
import { cpuOfRequests, keepAliveClient } from '../gateway/load.ts';
import { aToken } from '../gateway/token.ts';
import { openCollector } from './collector.ts';
import { pairsOr, type Run, tell } from './ratios.ts';
import { share } from './share.ts';

const warmUps = sizeArgument(16_000);
const rounds = 16;
/** Of one round. */
const requests = warmUps / rounds;
const query = '{ order(id: "ORD-1") { id status progress total { amount currencyCode } steps { name status } } }';

const collector = await openCollector();
const token = await aToken();
const crowd = await aCrowd();

/** A gateway with an order in memory; measures its CPU a query, in microseconds. */
const gatewayWith = (given: GatewayGiven) => async (): Promise<Run> => {
  const gateway = await child('./gateway-process.ts', given);
  const url = `${await gateway.ask<string>('url')}/graphql`;
  // A subscriber of the order keeps it in memory.
  await crowd.sit([{ url: url.replace('http', 'ws'), token, query: watching('ORD-1') }]);
  const ask = keepAliveClient(token);
  const cpuOf = (count: number) => cpuOfRequests(gateway, count, () => ask(url, JSON.stringify({ query })));
  await cpuOf(warmUps);
  return { measure: () => cpuOf(requests), end: gateway.kill };
};

const off = gatewayWith({});
const on = gatewayWith({ metrics: true, traces: { url: collector.url, share } });
await tell({ what: 'CPU a query of the gateway', unit: 'µs', pairs: pairsOr(12), rounds }, off, on);
console.log(`${collector.exports()} exports of spans`);
process.exit(0);
