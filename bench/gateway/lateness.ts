import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { fulfillment } from '@waybill/contracts/domain';
import { child } from './child.ts';
import { aCrowd, seats, watching } from './crowd.ts';
import { withEngine } from './engine.ts';
import { median, pairsArgument, percentile, round, sizeArgument } from './figures.ts';
import { aToken } from './token.ts';

const subscribers = sizeArgument(1_000);
const changes = 20;
const { EVENT_TYPE_WORKFLOW_TASK_COMPLETED: decided } = proto.temporal.api.enums.v1.EventType;

await withEngine(async ({ at, testEngine, waitingOrder }) => {
  const token = await aToken();
  const gateway = await child('./gateway-process.ts', { engine: at });
  const url = `${(await gateway.ask<string>('url')).replace('http', 'ws')}/graphql`;
  const connection = await Connection.connect({ address: at?.address ?? '' });
  const client = new Client({ connection, namespace: at?.namespace ?? '' });

  const rows: Record<string, number>[] = [];
  for (let pair = 0; pair < pairsArgument(); pair++) {
    const id = await waitingOrder();
    const raw = rawPoll(client, id);
    const crowd = await aCrowd();
    await crowd.sit(seats(subscribers, () => ({ url, token, query: watching(id) })));
    await crowd.forget();
    const delays: number[] = [];
    for (let change = 0; change < changes; change++) {
      const seen = raw.next();
      await testEngine.happen(id);
      const seenAt = await seen;
      await crowd.until(subscribers);
      delays.push(...Object.values(await crowd.arrivals()).flatMap((times) => times.map((time) => time - seenAt)));
      await crowd.forget();
    }
    raw.stop();
    await crowd.kill();
    rows.push({
      'p50, ms': round(median(delays)),
      'p99, ms': round(percentile(delays, 0.99)),
      deliveries: delays.length,
    });
  }
  console.table(rows);
  const middle = (column: string) => round(median(rows.map((row) => row[column] ?? Number.NaN)));
  console.log(
    `later than a raw long poll, ${subscribers} subscribers: median p50 ${middle('p50, ms')} ms, p99 ${middle('p99, ms')} ms over ${rows.length} runs`,
  );
  await Promise.all([gateway.kill(), connection.close()]);
});
process.exit(0);

/** Reads the history as the engine writes it, and reports each workflow task. */
function rawPoll({ workflowService, options: { namespace } }: Client, id: string) {
  let stopped = false;
  let noteDecision = (_at: number) => {};
  const poll = async () => {
    for (let nextPageToken: Uint8Array = new Uint8Array(); !stopped; ) {
      const page = await workflowService.getWorkflowExecutionHistory({
        namespace,
        execution: { workflowId: fulfillment.idFor(id) },
        nextPageToken,
        waitNewEvent: true,
      });
      const at = Number(process.hrtime.bigint()) / 1e6;
      if (page.history?.events?.some(({ eventType }) => eventType === decided)) noteDecision(at);
      nextPageToken = page.nextPageToken;
    }
  };
  void poll().catch((error: unknown) => {
    if (!stopped) throw error;
  });
  return {
    next: () =>
      new Promise<number>((resolve) => {
        noteDecision = resolve;
      }),
    stop: () => {
      stopped = true;
    },
  };
}
