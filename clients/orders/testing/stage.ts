import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { InterceptingCall, type Interceptor, Metadata, status } from '@grpc/grpc-js';
import { Context, heartbeat } from '@temporalio/activity';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { fulfillment, type JournalEntry, type OrderState } from '@waybill/contracts/domain';
import { createExecutions } from '../src/open-orders.ts';
import { createOrders, type Orders } from '../src/orders.ts';
import { createRuns, type Runs } from '../src/runs.ts';
import { forget } from './forget.ts';
import { freshNamespace } from './namespace.ts';
import { logger } from './runtime.ts';

/** What the rehearsed workflow leaves behind when it ends. */
export type Written = { order: OrderState; journal: JournalEntry[]; fingerprint: string; keyId?: string };

export type RehearsedActivities = {
  writeBook(written: Written): Promise<void>;
  createLabel(orderId: string): Promise<void>;
};

export type Stage = {
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
  /** Makes `times` journal entries happen in one task of the order. */
  happen: (orderId: string, times?: number) => Promise<void>;
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

let bundled: Promise<WorkflowBundleWithSourceMap> | undefined;
const bundle = () =>
  (bundled ??= bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./rehearsal.ts', import.meta.url)),
    logger,
  }));

/** A namespace of its own on the engine, with a worker that rehearses orders; `onWritten` receives each that ends. */
export async function openStage(
  address: string,
  onWritten: (written: Written) => Promise<void> | void = () => undefined,
): Promise<Stage> {
  const namespace = await freshNamespace(address, 'rehearsal');
  const counts = new Map<string, number>();
  const connections: Connection[] = [];
  const clientAt = (at: string, ...more: Interceptor[]) => {
    const interceptors = [counting(counts), ...more];
    const connection = Connection.lazy({ address: at, interceptors, channelArgs: reconnectSoon });
    connections.push(connection);
    return new Client({ connection, namespace });
  };
  const client = clientAt(address);
  const nativeConnection = await NativeConnection.connect({ address });

  const labels = new EventEmitter();
  const percents = new Map<string, number>();
  const unlabelable = new Set<string>();
  const activities: RehearsedActivities = {
    writeBook: async (written) => onWritten(written),
    createLabel: async (orderId) => {
      if (unlabelable.has(orderId)) throw new Error('the carrier is down');
      const { cancellationSignal: signal } = Context.current();
      for (let percent = percents.get(orderId) ?? 100; percent < 100; percent = percents.get(orderId) ?? 100) {
        heartbeat({ percent });
        await once(labels, orderId, { signal });
      }
    },
  };

  let running: { worker: Worker; done: Promise<void> } | undefined;
  const startWorker = async () => {
    const worker = await Worker.create({
      connection: nativeConnection,
      namespace,
      activities,
      taskQueue: fulfillment.taskQueue,
      workflowBundle: await bundle(),
      maxHeartbeatThrottleInterval: '50ms',
      shutdownGraceTime: '1ms',
    });
    running = { worker, done: worker.run() };
  };
  const stopWorker = async () => {
    running?.worker.shutdown();
    await running?.done;
    running = undefined;
  };
  await startWorker();

  const tell = (orderId: string, signal: string, ...content: unknown[]) =>
    client.workflow.getHandle(fulfillment.idFor(orderId)).signal(signal, ...content);

  return {
    namespace,
    orders: createOrders(client),
    runs: createRuns(client),
    openOrders: createExecutions(client),
    ordersAt: (at) => createOrders(clientAt(at)),
    ordersRefused: (method) => createOrders(clientAt(address, refusing(method))),
    calls: (method) => counts.get(method) ?? 0,
    happen: (orderId, times = 1) => tell(orderId, 'happen', times),
    hasABug: (orderId) => tell(orderId, 'bug'),
    labelStands: async (orderId, percent) => {
      const begun = percents.has(orderId);
      percents.set(orderId, percent);
      if (begun) labels.emit(orderId);
      else await tell(orderId, 'label');
    },
    labelFails: async (orderId) => {
      unlabelable.add(orderId);
      await tell(orderId, 'label');
    },
    terminate: async (orderId) => {
      await client.workflow.getHandle(fulfillment.idFor(orderId)).terminate();
    },
    forget: (orderId) => forget(client, fulfillment.idFor(orderId)),
    startWorker,
    stopWorker,
    close: async () => {
      await stopWorker();
      await nativeConnection.close();
      await Promise.all(connections.map((connection) => connection.close()));
    },
  };
}

const reconnectSoon = { 'grpc.initial_reconnect_backoff_ms': 50, 'grpc.max_reconnect_backoff_ms': 200 };

function counting(counts: Map<string, number>): Interceptor {
  return (options, nextCall) => {
    const method = options.method_definition.path.split('/').pop() ?? '';
    counts.set(method, (counts.get(method) ?? 0) + 1);
    return new InterceptingCall(nextCall(options));
  };
}

/** As an engine with too much to do answers. */
function refusing(method: string): Interceptor {
  const refusal = { code: status.RESOURCE_EXHAUSTED, details: 'there are too many of these', metadata: new Metadata() };
  return (options, nextCall) =>
    options.method_definition.path.endsWith(`/${method}`)
      ? new InterceptingCall(nextCall(options), {
          start: (_metadata, listener) => queueMicrotask(() => listener.onReceiveStatus(refusal)),
          sendMessage: () => undefined,
          halfClose: () => undefined,
        })
      : new InterceptingCall(nextCall(options));
}
