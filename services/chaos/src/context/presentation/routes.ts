import { CatFact, Location, OrderId, urlNumber, Weather } from '@waybill/contracts';
import { router } from '@waybill/platform';
import { z } from 'zod';
import type { Door } from '../../calls/door.ts';
import { get } from '../../calls/endpoint.ts';
import type { ContextUseCases } from '../application/use-cases.ts';

/** `orderId` says on whose behalf, so that what becomes of the call can be told beforehand. */
const asks = z.object({ orderId: OrderId.optional() });

const place = {
  latitude: urlNumber(-90, 90).optional(),
  longitude: urlNumber(-180, 180).optional(),
};

export function contextRoutes({ reads }: Door<ContextUseCases>) {
  const app = router();
  get(
    app,
    { path: '/location', summary: 'Where the user is', asks, answers: Location },
    reads((context) => context.location(), 'context.location'),
  );
  get(
    app,
    { path: '/weather', summary: 'How the weather is there', asks: asks.extend(place), answers: Weather },
    reads((context, request) => context.weather(request), 'context.weather'),
  );
  get(
    app,
    { path: '/cat-fact', summary: 'Something about cats', asks, answers: CatFact },
    reads((context) => context.catFact(), 'context.cat_fact'),
  );
  return app;
}
