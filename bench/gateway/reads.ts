import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Client, Connection } from '@temporalio/client';
import { fulfillment } from '@waybill/contracts/domain';
import { child, usage } from './child.ts';
import { withEngine } from './engine.ts';
import { compare, sizeArgument } from './figures.ts';
import { aToken } from './token.ts';

const reads = sizeArgument(4_000);
const atOnce = 32;
const query = (id: string) =>
  `{ order(id: "${id}") { id status progress currentStep revision total { amount currencyCode } steps { name status attempt } } }`;

await withEngine(async ({ at, pid, waitingOrder }) => {
  const ids = await Promise.all(Array.from({ length: 20 }, waitingOrder));
  const gateway = await child('./gateway-process.ts', { engine: at });
  const connection = await Connection.connect({ address: at?.address ?? '' });
  const client = new Client({ connection, namespace: at?.namespace ?? '' });
  const ask = await asking(`${await gateway.ask<string>('url')}/graphql`);
  const raw = (id: string) => client.workflow.getHandle(fulfillment.idFor(id)).query(fulfillment.queries.order, 0);

  /** Milliseconds of CPU time of all processes for one read, including the client. */
  const costOf = (read: (id: string) => Promise<unknown>) => async () => {
    const spent = async () => (await gateway.ask<number>('cpuMs')) + usage.cpuMs() + cpuMsOf(pid);
    const before = await spent();
    let left = reads;
    const one = async () => {
      while (left-- > 0) await read(ids[left % ids.length] ?? '');
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    return ((await spent()) - before) / reads;
  };
  const [ours, theirs] = [costOf(ask), costOf(raw)];
  await ours();
  await theirs();
  await compare(`readings of ${ids.length} orders under way, ${atOnce} at once`, 'ms CPU', ours, theirs);
  await Promise.all([gateway.kill(), connection.close()]);
});
process.exit(0);

async function asking(url: string) {
  const token = await aToken();
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const headers = { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` };
  return (id: string) =>
    new Promise<void>((resolve, reject) => {
      const read = async (answer: string) => {
        if (!answer.includes('"AWAITING_APPROVAL"')) throw new Error(answer);
      };
      const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
        text(response).then(read).then(resolve, reject);
      });
      outgoing.on('error', reject).end(JSON.stringify({ query: query(id) }));
    });
}

/** The CPU time of another process, in Linux's clock ticks. */
function cpuMsOf(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '';
  const [user = '0', system = '0'] = afterName.split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}
