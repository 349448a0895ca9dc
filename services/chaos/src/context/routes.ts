import { CatFact, ChaosSubject, Location, urlNumber, Weather } from '@waybill/contracts';
import { router } from '@waybill/platform';
import { z } from 'zod';
import type { Handlers } from '../calls/handlers.ts';
import { get } from '../http/endpoint.ts';
import { defaultPlace, type UserContext } from './user-context.ts';

/** `orderId` is the order, run or user that the call is made for, so that its outcome can be pinned. */
const parameters = z.object({ orderId: ChaosSubject.optional() });

const place = {
  latitude: urlNumber(-90, 90).optional(),
  longitude: urlNumber(-180, 180).optional(),
};

export function createUserContextRoutes({ reads }: Handlers<UserContext>) {
  const app = router();
  get(
    app,
    { path: '/location', summary: 'Location of the user', parameters, response: Location },
    reads((context) => context.location(), 'context.location'),
  );
  get(
    app,
    { path: '/weather', summary: 'Weather at a place', parameters: parameters.extend(place), response: Weather },
    reads(
      (context, { latitude, longitude }) =>
        context.weather({
          latitude: latitude ?? defaultPlace.latitude,
          longitude: longitude ?? defaultPlace.longitude,
        }),
      'context.weather',
    ),
  );
  get(
    app,
    { path: '/cat-fact', summary: 'A fact about cats', parameters, response: CatFact },
    reads((context) => context.catFact(), 'context.cat_fact'),
  );
  return app;
}
