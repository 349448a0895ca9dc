import { CatFact } from '@waybill/contracts';
import { z } from 'zod';
import { fetched } from '../../calls/fetched.ts';
import type { Surroundings } from '../domain/port.ts';
import { home } from '../domain/rules.ts';

/** Surroundings that are made up: the weather follows from the place. */
export const standInSurroundings: Surroundings = {
  location: async () => ({ city: 'Berlin', country: 'DE', ...home }),
  weather: async ({ latitude, longitude }) => ({
    temperatureCelsius: Math.round(30 - Math.abs(latitude) / 2),
    windKmh: Math.round(Math.abs(longitude)) % 40,
  }),
  catFact: async () => ({ fact: 'A cat sleeps through two thirds of its life.' }),
};

const IpLocation = z
  .object({ city: z.string(), countryCode: z.string(), lat: z.number(), lon: z.number() })
  .transform(({ city, countryCode, lat, lon }) => ({ city, country: countryCode, latitude: lat, longitude: lon }));

const CurrentWeather = z
  .object({ current_weather: z.object({ temperature: z.number(), windspeed: z.number() }) })
  .transform(({ current_weather: { temperature, windspeed } }) => ({
    temperatureCelsius: temperature,
    windKmh: windspeed,
  }));

/** Where real surroundings are asked for; what has no address is made up. */
export type SurroundingsUrls = {
  /** Answers as ip-api.com does, for example `http://ip-api.com/json`. */
  location?: string | undefined;
  /** Answers as open-meteo.com does, for example `https://api.open-meteo.com/v1/forecast`. */
  weather?: string | undefined;
  /** Answers as catfact.ninja does, for example `https://catfact.ninja/fact`. */
  catFact?: string | undefined;
};

export const surroundingsFrom = ({ location, weather, catFact }: SurroundingsUrls): Surroundings => ({
  location: location ? () => fetched(location, IpLocation) : standInSurroundings.location,
  weather: weather
    ? ({ latitude, longitude }) =>
        fetched(`${weather}?latitude=${latitude}&longitude=${longitude}&current_weather=true`, CurrentWeather)
    : standInSurroundings.weather,
  catFact: catFact ? () => fetched(catFact, CatFact) : standInSurroundings.catFact,
});
