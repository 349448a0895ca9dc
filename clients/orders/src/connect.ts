import { Client, Connection } from '@temporalio/client';
import type { EngineConnection } from './engine-connection.ts';
import { createOrders, type Orders } from './orders.ts';
import { createRuns, type Runs } from './runs.ts';

export type EngineAddress = EngineConnection & { namespace?: string };

type Where = EngineAddress & { taskQueue?: string };

/**
 * Orders and runs on the engine at an address, over one connection. It need not answer yet: the connection is made with the
 * first call, and again whenever it is lost.
 */
export function connectOrders({
  namespace = 'default',
  taskQueue,
  ...connecting
}: Where): Orders & { runs: Runs; close(): Promise<void> } {
  const connection = Connection.lazy({
    ...connecting,
    // The caller decides about retries: one made by the connection itself could not be cancelled.
    interceptors: [],
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 2_000 },
  });
  const client = new Client({ connection, namespace });
  return {
    ...createOrders(client, { taskQueue }),
    runs: createRuns(client, { taskQueue }),
    close: () => connection.close(),
  };
}
