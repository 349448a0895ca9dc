import { Client, Connection } from '@temporalio/client';
import { createOrders, type Orders } from './orders.ts';

export type EngineAddress = { address: string; namespace?: string };

type Where = EngineAddress & { taskQueue?: string };

/**
 * Orders on the engine at an address, over one connection. It need not answer yet: the connection is made with the
 * first call, and again whenever it is lost.
 */
export function connectOrders({
  address,
  namespace = 'default',
  taskQueue,
}: Where): Orders & { close(): Promise<void> } {
  const connection = Connection.lazy({
    address,
    // The caller decides about retries: one made by the connection itself could not be cancelled.
    interceptors: [],
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 2_000 },
  });
  return { ...createOrders(new Client({ connection, namespace }), { taskQueue }), close: () => connection.close() };
}
