import { CatFact, type Location, type Weather } from '@waybill/contracts';
import { z } from 'zod';
import { fetchJson } from '../calls/fetch-json.ts';

export type Place = Pick<Location, 'latitude' | 'longitude'>;

/** The location of a user, and the weather there. */
export interface UserContext {
  location(): Promise<Location>;
  weather(place: Place): Promise<Weather>;
  catFact(): Promise<CatFact>;
}

/** The location of a user who does not send one. */
export const defaultPlace: Place = { latitude: 52.52, longitude: 13.41 };

/** Simulated: the weather is derived from the location. */
const madeUp: UserContext = {
  location: async () => ({ city: 'Berlin', country: 'DE', ...defaultPlace }),
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

/** The services to use; those without an address are simulated. */
export type UserContextUrls = {
  /** Compatible with ip-api.com, for example `http://ip-api.com/json`. */
  location?: string | undefined;
  /** Compatible with open-meteo.com, for example `https://api.open-meteo.com/v1/forecast`. */
  weather?: string | undefined;
  /** Compatible with catfact.ninja, for example `https://catfact.ninja/fact`. */
  catFact?: string | undefined;
};

export const createUserContext = ({ location, weather, catFact }: UserContextUrls): UserContext => ({
  location: location ? () => fetchJson(location, IpLocation) : madeUp.location,
  weather: weather
    ? ({ latitude, longitude }) =>
        fetchJson(`${weather}?latitude=${latitude}&longitude=${longitude}&current_weather=true`, CurrentWeather)
    : madeUp.weather,
  catFact: catFact ? () => fetchJson(catFact, CatFact) : madeUp.catFact,
});
