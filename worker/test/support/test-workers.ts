import { Context } from '@temporalio/activity';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import { fulfillment, refund, runWorkflows, shipment } from '@waybill/contracts/domain';
import { readSettings } from '@waybill/contracts/settings';
import { createExecutions, createOrders, createRunExecutions, createRuns } from '@waybill/orders-client';
import { freshNamespace } from '@waybill/orders-client/testing/namespace';
import { unstick } from '@waybill/orders-client/testing/unstick';
import {
  createAskOrder,
  createBackOffActivities,
  createRecoveryActivities,
  createRepairActivities,
  createRunActivities,
  createRunRecoveryActivities,
  openWorkers,
  orderBookSinks,
  runAll,
} from '../../src/index.ts';
import { activitiesOf, clientsOf, type Open } from './calls.ts';
import type { TestRun } from './test-run.ts';
import { bundled, theWorkflows } from './workflow-code.ts';

/** The workflow code as it is, and the file of a test that has code of its own. */
export type WorkflowsPath = URL;
type History = Parameters<typeof Worker.runReplayHistory>[1];

export type TestWorkers = Awaited<ReturnType<typeof openTestWorkers>>;

/** An engine's namespace with workers, on which any number of shops can be open. The workers may see the engine elsewhere. */
export async function openTestWorkers(address: string, workersSee = address) {
  const { namespace, connection, client, close } = await connect(address, workersSee);
  const shops = new Map<string, Open>();
  const settings = { ...readSettings('worker', {}), TEMPORAL_NAMESPACE: namespace };
  const { activities, sinks, ...executions } = createActivities(client, shops);
  let stopWorkers: (() => Promise<void>) | undefined;

  const workers = {
    client,
    ...executions,
    shops,
    /** Workers come, with an empty memory. */
    async workersCome(workflows: WorkflowsPath = theWorkflows): Promise<void> {
      const workflowBundle = await bundled(workflows);
      const workers = await openWorkers({ connection, workflowBundle, settings, activities, sinks });
      stopWorkers = runAll(workers, (error) => {
        throw error;
      });
    },
    async workersLeave(): Promise<void> {
      await stopWorkers?.();
      stopWorkers = undefined;
      await Promise.all(workflowIdsOf(shops).map((id) => unstick(client, id)));
    },
    /** Rejects where the code as it is would not do what a history says that it did. */
    async replays(history: History): Promise<void> {
      await Worker.runReplayHistory({ workflowBundle: await bundled(theWorkflows), sinks }, history);
    },
    async close(): Promise<void> {
      await stopWorkers?.();
      await close();
    },
  };
  await workers.workersCome();
  return workers;
}

/** The ids of the workflows that the shops and runs may have. */
const workflowIdsOf = (shops: ReadonlyMap<string, Open>): string[] =>
  [...shops].flatMap(([id, open]) =>
    'runId' in open
      ? [runWorkflows.idFor(id), ...open.refunded.map((commandId) => refund.idFor(id, commandId))]
      : [fulfillment.idFor(id), shipment.idFor(id)],
  );

async function connect(address: string, workersSee: string) {
  const namespace = await freshNamespace(address, 'workers');
  const connection = await NativeConnection.connect({ address: workersSee });
  const clientConnection = await Connection.connect({ address });
  const client = new Client({ connection: clientConnection, namespace });
  const close = async () => {
    await connection.close();
    await clientConnection.close();
  };
  return { namespace, connection, client, close };
}

/** The activities of a real worker, whose calls go to the shop of their order. */
function createActivities(client: Client, shops: ReadonlyMap<string, Open>) {
  const engine = createExecutions(client);
  const runExecutions = createRunExecutions(client);
  const { providers, book } = clientsOf(shops);
  const { orders, shipping } = activitiesOf(shops, createAskOrder(client));
  const activities = {
    orders: {
      ...orders,
      ...createRecoveryActivities(providers, book, engine),
      ...createRepairActivities(book),
      ...createBackOffActivities(engine),
      ...createRunRecoveryActivities(book.runs, runExecutions),
      ...runActivitiesOf(client, shops),
    },
    shipping,
  };
  return {
    activities,
    sinks: { ...orderBookSinks(book, new DefaultLogger('ERROR')), audit: { passed: { fn: () => undefined } } },
    engine,
    runExecutions,
  };
}

/** The activities of runs. What calls no provider, a greeting and a placement, does as the script of its run says, too. */
function runActivitiesOf(client: Client, shops: ReadonlyMap<string, Open>) {
  const scriptOf = (runId: string) => (shops.get(runId) as TestRun).script;
  const running = () => ({ signal: Context.current().cancellationSignal });
  const orders = createOrders(client);
  const place: typeof orders.place = (order, under) =>
    scriptOf(under.caller).takes('place', running(), () => orders.place(order, under));
  const activities = createRunActivities({ ...clientsOf(shops), orders: { place }, runs: createRuns(client) });
  const composeGreeting: typeof activities.composeGreeting = (asked) =>
    scriptOf(asked.orderId).takes('greet', running(), () => activities.composeGreeting(asked));
  return { ...activities, composeGreeting };
}
