import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection, type HistoryAndWorkflowId, WorkflowFailedError } from '@temporalio/client';
import proto from '@temporalio/proto';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import type { BookedRun } from '@waybill/contracts';
import { fulfillment, type OrderOutcome } from '@waybill/contracts/domain';
import { createOrderBookClient, type OrderBookClient } from '@waybill/order-book-client';
import { createProvidersClient } from '@waybill/providers-client';
import type { Stack } from '@waybill/stack';
import type { Evidence, Invariant } from '../orders/inspection.ts';
import type { Seen } from '../orders/shopper.ts';
import { inspectRuns, type RunEvidence } from '../runs/inspection.ts';
import type { RunSeen } from '../runs/starter.ts';
import { untilDone } from '../until-done.ts';
import { recount } from './recount.ts';

const { History } = proto.temporal.api.history.v1;

/** Collects the evidence of engine, book and providers, once everything is over. */
export async function gather(
  { addresses }: Stack,
  { orders, runs }: { orders: readonly Seen[]; runs: readonly RunSeen[] },
  serviceToken: string | undefined,
  stateDir: string,
) {
  const connection = await Connection.connect({ address: addresses.temporal });
  const client = new Client({ connection });
  const book = createOrderBookClient({ baseUrl: addresses.orderBook, serviceToken });
  const providers = createProvidersClient({ baseUrl: addresses.chaos, serviceToken });
  try {
    await untilPlacedEnd(book, runs);
    const audited = await auditedOrders(providers);
    const evidence: Evidence[] = [];
    for (const seen of orders) {
      const workflowId = fulfillment.idFor(seen.orderId);
      const { count: workflows } = await client.workflow.count(`WorkflowId = '${workflowId}'`);
      evidence.push({
        seen,
        workflows,
        result: await resultOf(client, workflowId),
        booked: await book.find(seen.orderId),
        audited: audited.get(seen.orderId),
      });
    }
    const ofRuns = await Promise.all(runs.map((seen) => evidenceOfRun(book, audited, seen)));
    return {
      evidence,
      invariants: [
        ...inspectRuns(ofRuns),
        balanceOf(await providers.audit.whole({})),
        await recount(book),
        await replays(client, stateDir),
      ],
    };
  } finally {
    await Promise.all([connection.close(), book.close(), providers.close()]);
  }
}

const balanceOf = ({ violations }: { violations: readonly { rule: string; subject: string }[] }): Invariant => ({
  name: "the providers' books balance",
  violations: violations.map(({ rule, subject }) => `${rule}: ${subject}`),
});

async function evidenceOfRun(book: OrderBookClient, audited: Audited, seen: RunSeen): Promise<RunEvidence> {
  const booked = await book.runs.find(seen.runId);
  const placed = placedBy(booked).map(async (id) => ({ booked: await book.find(id), audited: audited.get(id) }));
  return { seen, booked, audited: audited.get(seen.runId), placed: await Promise.all(placed) };
}

const placedBy = (booked: BookedRun | undefined): string[] =>
  booked?.run.kind === 'STANDING_ORDER' ? booked.run.placements.flatMap(({ orderId }) => orderId ?? []) : [];

/** How long the last order of a standing order may last, whose run ends when it is placed. */
const lastOrderMs = 120_000;

async function untilPlacedEnd(book: OrderBookClient, runs: readonly RunSeen[]): Promise<void> {
  const over = AbortSignal.timeout(lastOrderMs);
  for (const { runId } of runs)
    for (const id of placedBy(await book.runs.find(runId)))
      await untilDone(over, async () => {
        if (!(await book.find(id))?.order.closedAt) throw new Error(`${id} is open`);
      });
}

/** An order that has not ended by now is not waited for. */
async function resultOf(client: Client, workflowId: string): Promise<OrderOutcome | undefined> {
  const handle = client.workflow.getHandle(workflowId);
  const { status } = await handle.describe();
  return status.name === 'RUNNING' ? undefined : handle.result().catch(undefinedWhenFailed);
}

function undefinedWhenFailed(error: unknown): OrderOutcome | undefined {
  if (!(error instanceof WorkflowFailedError)) throw error;
  return undefined;
}

type Audited = Awaited<ReturnType<typeof auditedOrders>>;

async function auditedOrders(providers: ReturnType<typeof createProvidersClient>) {
  const found = new Map<string, Awaited<ReturnType<typeof providers.audit.orders>>['orders'][number]>();
  for (let after = ''; ; ) {
    const { orders } = await providers.audit.orders({ first: 100, ...(after ? { after } : {}) });
    for (const order of orders) found.set(order.orderId, order);
    const last = orders.at(-1);
    if (!last) return found;
    after = last.orderId;
  }
}

/** A history is replayed without telling anybody. */
const unheard = { fn: () => undefined };
const sinks = { orderBook: { tell: unheard, tellRun: unheard } };

/** Every history of the campaign must replay with the present code; one that does not is kept. */
async function replays(client: Client, stateDir: string): Promise<Invariant> {
  const workflowsPath = fileURLToPath(new URL('../../../../worker/src/workflows/index.ts', import.meta.url));
  const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  const histories = client.workflow.list({ query: `WorkflowType != 'auditBooks'` }).intoHistories();
  const violations: string[] = [];
  let replayed: HistoryAndWorkflowId | undefined;
  const oneByOne = async function* () {
    for await (replayed of histories) yield replayed;
  };
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle, sinks }, oneByOne())) {
    if (!error || !replayed) continue;
    violations.push(`${workflowId}: ${error.message.slice(0, 500)}`);
    await writeFile(join(stateDir, `${workflowId}.json`), JSON.stringify(History.fromObject(replayed.history ?? {})));
  }
  return { name: 'every history replays', violations };
}
