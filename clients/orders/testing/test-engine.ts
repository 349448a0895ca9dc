import type { Interceptor } from '@grpc/grpc-js';
import { Client, Connection } from '@temporalio/client';
import {
  fulfillment,
  type JournalEntry,
  type OrderState,
  type RunEntry,
  type RunState,
  runWorkflows,
} from '@waybill/contracts/domain';
import { createOrders, type Orders } from '../src/orders.ts';
import { createExecutions } from '../src/reading/open-orders.ts';
import { createRuns, type Runs } from '../src/runs.ts';
import { forget } from './forget.ts';
import { counting, refusing } from './interceptors.ts';
import { createLabels, type Labels } from './labels.ts';
import { freshNamespace } from './namespace.ts';
import { startStageWorker } from './test-worker.ts';

/** The result of the simplified workflow. */
export type Written = { order: OrderState; journal: JournalEntry[]; fingerprint: string; keyId?: string };

/** The state that the simplified run hands over when it continues as new. */
export type WrittenRun = { run: RunState; journal: RunEntry[]; fingerprint: string };

export type TestActivities = {
  writeBook(written: Written): Promise<void>;
  writeRun(written: WrittenRun): Promise<void>;
  createLabel(orderId: string): Promise<void>;
};

export type TestEngine = {
  namespace: string;
  orders: Orders;
  runs: Runs;
  openOrders: ReturnType<typeof createExecutions>;
  /** Orders over a connection of their own to another address, say one that a test can cut. */
  ordersAt: (address: string) => Orders;
  /** Orders on an engine that answers, and refuses one of its methods. */
  ordersRefused: (method: string) => Orders;
  /** How many calls of a method of the engine's workflow service all these orders have made. */
  calls: (method: string) => number;
  /** How many of them were queries of this run. */
  queriesOf: (runId: string) => number;
  /** Makes `times` journal entries happen in one task of the order. */
  happen: (orderId: string, times?: number) => Promise<void>;
  /** The same in a standing order. */
  runHappens: (runId: string, times?: number) => Promise<void>;
  /** One more entry, after which the standing order continues as new. */
  runContinues: (runId: string) => Promise<void>;
  /** The order's workflow fails from now on, for good. */
  hasABug: (orderId: string) => Promise<void>;
  /** Starts the order's label where it is not begun, and brings it to `percent`; at 100 it is done. */
  labelStands: (orderId: string, percent: number) => Promise<void>;
  /** Starts the order's label, which fails whenever it is tried. */
  labelFails: (orderId: string) => Promise<void>;
  /** An operator ends the order's workflow. */
  terminate: (orderId: string) => Promise<void>;
  /** The engine forgets the workflow under an order's id, as it does with one that has been closed for long. */
  forget: (orderId: string) => Promise<void>;
  startWorker: () => Promise<void>;
  stopWorker: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * A namespace of its own on the engine, with a worker of the simplified workflow; `onWritten` receives each order that
 * ends, `onRunWritten` each run that continues.
 */
export async function openTestEngine(
  address: string,
  onWritten: (written: Written) => Promise<void> | void = () => undefined,
  onRunWritten: (written: WrittenRun) => Promise<void> | void = () => undefined,
): Promise<TestEngine> {
  const namespace = await freshNamespace(address, 'test-engine');
  const { clientAt, calls, close } = createClients(namespace);
  const client = clientAt(address);
  const labels = createLabels();
  const activities: TestActivities = {
    writeBook: async (written) => onWritten(written),
    writeRun: async (written) => onRunWritten(written),
    createLabel: labels.createLabel,
  };
  const { closeWorker, ...worker } = await startStageWorker({ address, namespace }, activities);

  return {
    namespace,
    orders: createOrders(client),
    runs: createRuns(client),
    openOrders: createExecutions(client),
    ordersAt: (at) => createOrders(clientAt(at)),
    ordersRefused: (method) => createOrders(clientAt(address, refusing(method))),
    calls,
    queriesOf: (runId) => calls(`QueryWorkflow ${runWorkflows.idFor(runId)}`),
    ...createDirections(client, labels),
    ...worker,
    close: async () => {
      await closeWorker();
      await close();
    },
  };
}

/** Clients whose calls are counted together. */
function createClients(namespace: string) {
  const counts = new Map<string, number>();
  const connections: Connection[] = [];
  return {
    clientAt: (address: string, ...more: Interceptor[]) => {
      const interceptors = [counting(counts), ...more];
      const connection = Connection.lazy({ address, interceptors, channelArgs: reconnectSoon });
      connections.push(connection);
      return new Client({ connection, namespace });
    },
    calls: (method: string) => counts.get(method) ?? 0,
    close: () => Promise.all(connections.map((connection) => connection.close())),
  };
}

/** What a test lets happen to an order. */
function createDirections(client: Client, labels: Labels) {
  const tell = (orderId: string, signal: string, ...content: unknown[]) =>
    client.workflow.getHandle(fulfillment.idFor(orderId)).signal(signal, ...content);

  const tellRun = (runId: string, signal: string, ...content: unknown[]) =>
    client.workflow.getHandle(runWorkflows.idFor(runId)).signal(signal, ...content);

  return {
    happen: (orderId: string, times = 1) => tell(orderId, 'happen', times),
    runHappens: (runId: string, times = 1) => tellRun(runId, 'happen', times),
    runContinues: (runId: string) => tellRun(runId, 'goOn'),
    hasABug: (orderId: string) => tell(orderId, 'bug'),
    labelStands: async (orderId: string, percent: number) => {
      if (!labels.bringTo(orderId, percent)) await tell(orderId, 'label');
    },
    labelFails: async (orderId: string) => {
      labels.fail(orderId);
      await tell(orderId, 'label');
    },
    terminate: async (orderId: string) => {
      await client.workflow.getHandle(fulfillment.idFor(orderId)).terminate();
    },
    forget: (orderId: string) => forget(client, fulfillment.idFor(orderId)),
  };
}

const reconnectSoon = { 'grpc.initial_reconnect_backoff_ms': 50, 'grpc.max_reconnect_backoff_ms': 200 };
