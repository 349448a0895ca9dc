import type { Read } from '../http/read.ts';
import type { Streams } from '../streams/streams.ts';
import { createChaos } from './chaos.ts';
import { createOrders } from './orders.ts';
import { createRuns } from './runs.ts';
import { createCatalogue, createJournal, createQuestions } from './shop.ts';
import { createStandingOrders } from './standing-orders.ts';

/** A method for each operation of the API. */
export const createMethods = (read: Read, streams: Streams) => ({
  orders: createOrders(read, streams),
  runs: createRuns(read, streams),
  standingOrders: createStandingOrders(read, streams),
  catalogue: createCatalogue(read),
  chaos: createChaos(read, streams),
  journal: createJournal(read),
  ...createQuestions(read),
});
