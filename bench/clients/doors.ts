import { OrderDocument } from '@waybill/client';
import { child } from '../gateway/child.ts';
import { aCrowd, watching } from '../gateway/crowd.ts';
import { compare } from '../gateway/figures.ts';
import { cpuOfRequests, keepAliveClient } from '../gateway/load.ts';
import { aToken } from '../gateway/token.ts';

const requests = 2_000;
const path = '/api/v1/orders/ORD-1';

/** The CPU time of one gateway for the same order over REST and GraphQL: REST executes the same document. */
export async function compareDoors(): Promise<void> {
  const token = await aToken();
  const gateway = await child('./gateway-process.ts');
  const url = await gateway.ask<string>('url');
  const crowd = await aCrowd();
  // A subscriber of the order keeps it in memory.
  await crowd.sit([{ url: `${url.replace('http', 'ws')}/graphql`, token, query: watching('ORD-1') }]);

  const ask = keepAliveClient(token);
  const body = JSON.stringify({ query: String(OrderDocument), variables: { id: 'ORD-1' } });
  const rest = () => ask(`${url}${path}`);
  const graphql = () => ask(`${url}/graphql`, body);
  assertSameOrder(await rest(), await graphql());

  const [ours, theirs] = [rest, graphql].map((one) => () => cpuOfRequests(gateway, requests, one));
  if (!ours || !theirs) return;
  for (const warming of [ours, theirs, ours, theirs]) await warming();
  await compare(`GET ${path} beside the same document at /graphql, CPU`, 'µs', ours, theirs);
}

/** Both must return the complete order. */
function assertSameOrder(rest: string, graphql: string): void {
  const { data } = JSON.parse(graphql) as { data?: { order?: object } };
  const fields = (order: object | undefined) => Object.keys(order ?? {}).sort();
  if (!data?.order || String(fields(JSON.parse(rest))) !== String(fields(data.order)))
    throw new Error(`${rest}\n${graphql}`);
}
