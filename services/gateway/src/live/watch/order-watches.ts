import { createOrderSource, type OrderSourceOptions } from '../order-source.ts';
import type { WatchOptions } from './watch.ts';
import { createWatches } from './watches.ts';

export type OrderWatchOptions = OrderSourceOptions & Omit<WatchOptions<never, never>, 'source'>;

export type OrderWatches = ReturnType<typeof createOrderWatches>;

/** The watches of orders. */
export const createOrderWatches = ({ orders, book, snapshots, ...options }: OrderWatchOptions) =>
  createWatches({ ...options, source: createOrderSource({ orders, book, snapshots }) });
