import type { Request } from '../http/request.ts';
import type { Streams } from '../streams/streams.ts';
import { createChaos } from './chaos.ts';
import { createOrders } from './orders.ts';
import { createRuns } from './runs.ts';
import { createCatalogue, createJournal, createQuestions } from './shop.ts';
import { createStandingOrders } from './standing-orders.ts';

/** A method for each operation of the API. */
export const createMethods = (request: Request, streams: Streams) => ({
  orders: createOrders(request, streams),
  runs: createRuns(request, streams),
  standingOrders: createStandingOrders(request, streams),
  catalogue: createCatalogue(request),
  chaos: createChaos(request, streams),
  journal: createJournal(request),
  ...createQuestions(request),
});
