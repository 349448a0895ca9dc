import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@waybill/temporal';
import { type Child, child } from './child.ts';
import { withEngine } from './engine.ts';
import { pairsArgument, sizeArgument } from './figures.ts';
import { aToken } from './token.ts';

const watchers = sizeArgument(1_000);
const orders = 20;
const kills = 3;

await withEngine(async ({ at, testEngine, waitingOrder, approve }) => {
  const token = await aToken();
  const port = await freePort();
  const open = () => child('./gateway-process.ts', { engine: at, port });

  const rows: Record<string, number>[] = [];
  for (let run = 0; run < pairsArgument(); run++) {
    const ids: string[] = [];
    for (let order = 0; order < orders; order++) ids.push(await waitingOrder());
    let gateway: Child = await open();
    const followed = Array.from({ length: watchers }, (_, index) => ids[index % orders] ?? '');
    const crowd = await child('./watchers-process.ts', {
      url: `http://127.0.0.1:${port}/graphql`,
      token,
      ids: followed,
    });
    while ((await crowd.ask<number>('received')) < watchers * 2) await pause(50);

    for (let kill = 0; kill < kills; kill++) {
      await Promise.all(ids.map((id) => testEngine.happen(id, 3)));
      await gateway.kill(); // while it sends
      await Promise.all(ids.map((id) => testEngine.happen(id, 2)));
      gateway = await open();
      await pause(500); // some have reconnected, and some have not
    }
    await Promise.all(ids.map(approve));
    const began = Date.now();
    while ((await crowd.ask<number>('ended')) < watchers && Date.now() - began < 60_000) await pause(50);
    rows.push({
      ...(await crowd.ask<Record<string, number>>('faults')),
      'until all had ended, ms': Date.now() - began,
    });
    await Promise.all([crowd.kill(), gateway.kill()]);
  }
  console.log(`${watchers} watchers of ${orders} orders, the gateway killed ${kills} times a run`);
  console.table(rows);
});
process.exit(0);
