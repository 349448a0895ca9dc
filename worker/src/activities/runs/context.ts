import { weatherIn } from '@waybill/contracts';
import type { ProvidersClient } from '@waybill/providers-client';
import { createProviderActivity, type OrderRef } from '../attempt.ts';

type Place = OrderRef & { latitude: number; longitude: number };

/** Reads the parts of a user context; under the id of the run, so that faults can be pinned. */
export const createContextActivities = ({ context }: Pick<ProvidersClient, 'context'>) => ({
  readLocation: createProviderActivity(async ({ orderId }: OrderRef, call) => ({
    location: await context.location({ orderId }, call),
  })),

  readWeather: createProviderActivity(async ({ orderId, latitude, longitude }: Place, call) => ({
    weather: weatherIn(await context.weather({ orderId, latitude, longitude }, call)),
  })),

  readCatFact: createProviderActivity(async ({ orderId }: OrderRef, call) => ({
    catFact: (await context.catFact({ orderId }, call)).fact,
  })),
});

export type ContextActivities = ReturnType<typeof createContextActivities>;
