import { child } from '../gateway/child.ts';
import { aCrowd, watching } from '../gateway/crowd.ts';
import type { GatewayGiven } from '../gateway/gateway-process.ts';
import { cpuOfRequests, keepAliveClient } from '../gateway/load.ts';
import { aToken } from '../gateway/token.ts';
import type { Measure } from './ratios.ts';

const requests = 4_000;
const query = '{ order(id: "ORD-1") { id status progress total { amount currencyCode } steps { name status } } }';

/** The cost to a gateway of a query for an order in memory, in microseconds, after many warm-up queries. */
export async function queriesOf(given: GatewayGiven): Promise<Measure> {
  const token = await aToken();
  const gateway = await child('./gateway-process.ts', given);
  const url = `${await gateway.ask<string>('url')}/graphql`;
  const crowd = await aCrowd();
  await crowd.sit([{ url: url.replace('http', 'ws'), token, query: watching('ORD-1') }]);
  const ask = keepAliveClient(token);
  const measure = () => cpuOfRequests(gateway, requests, () => ask(url, JSON.stringify({ query })));
  await measure();
  return measure;
}
