import { setTimeout as pause } from 'node:timers/promises';
import { child } from './child.ts';
import { aCrowd, seats, watching } from './crowd.ts';
import { withEngine } from './engine.ts';
import { round } from './figures.ts';
import { aToken } from './token.ts';

const changes = 20;
const settlingMs = 2_000;
const idleMs = 25_000; // longer than an idle long poll lasts

await withEngine(async ({ at, testEngine, waitingOrder, approve }) => {
  const token = await aToken();
  const gateway = await child('./gateway-process.ts', { engine: at });
  const url = `${(await gateway.ask<string>('url')).replace('http', 'ws')}/graphql`;
  const queries = () => gateway.ask<number>('calls', 'QueryWorkflow');
  const during = async (what: () => Promise<unknown>) => {
    const before = await queries();
    await what();
    return (await queries()) - before;
  };

  const rows: Record<string, number>[] = [];
  for (const subscribers of [1, 10, 1_000]) {
    const id = await waitingOrder();
    const crowd = await aCrowd();
    const taking = seats(subscribers, () => ({ url, token, query: watching(id) }));
    const joining = await during(async () => {
      await crowd.sit(taking);
      await pause(settlingMs); // the watch sends a query of its own after the first subscriber has the known state
    });
    const idle = await during(() => pause(idleMs));
    const changing = await during(async () => {
      for (let change = 0; change < changes; change++) {
        await crowd.forget();
        await testEngine.happen(id);
        await crowd.until(subscribers);
      }
    });
    await approve(id);
    while (!(await crowd.last()).includes('"closedAt":"')) await pause(20);
    await crowd.leave();
    await pause(settlingMs); // the workflow ends a moment after its order
    const afterTheEnd = await during(() => crowd.sit(taking));
    rows.push({ subscribers, joining, idle, 'a change': round(changing / changes), 'after the end': afterTheEnd });
    await crowd.kill();
  }
  console.table(rows);
  await gateway.kill();
});
process.exit(0);
