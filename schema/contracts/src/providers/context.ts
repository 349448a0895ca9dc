import { z } from 'zod';

/** Where a user is. */
export const Location = z.object({
  city: z.string(),
  country: z.string(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
export type Location = z.infer<typeof Location>;

export const Weather = z.object({ temperatureCelsius: z.number(), windKmh: z.number() });
export type Weather = z.infer<typeof Weather>;

export const CatFact = z.object({ fact: z.string() });
export type CatFact = z.infer<typeof CatFact>;
