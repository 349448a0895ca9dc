import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { EngineConnection } from './engine/engine-connection.ts';
import { tracedEngine } from './engine/engine-spans.ts';
import { createOrders, type Orders } from './orders.ts';
import { createRuns, type Runs } from './runs.ts';

export type EngineAddress = EngineConnection & { namespace?: string };

type Where = EngineAddress & { taskQueue?: string; shippingQueue?: string; dataConverter?: DataConverter };

/**
 * Orders and runs on the engine at an address, over one connection, which is opened with the first call, and again
 * whenever it is lost.
 */
export function connectOrders({
  namespace = 'default',
  taskQueue,
  shippingQueue,
  dataConverter,
  ...connecting
}: Where): Orders & { runs: Runs; close(): Promise<void> } {
  const connection = Connection.lazy({
    ...connecting,
    // The caller decides about retries: one made by the connection itself could not be cancelled.
    interceptors: [],
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 2_000 },
  });
  const client = new Client({ connection, namespace, ...(dataConverter ? { dataConverter } : {}), ...tracedEngine() });
  return {
    ...createOrders(client, { taskQueue, shippingQueue }),
    runs: createRuns(client, { taskQueue }),
    close: () => connection.close(),
  };
}
