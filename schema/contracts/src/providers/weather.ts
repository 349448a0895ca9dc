import type { UserWeather } from '../domain/runs/context.ts';
import type { Weather } from './context.ts';

/** Names of the wind by its highest speed in km/h: the Beaufort scale, shortened. */
const winds: readonly [upToKmh: number, name: string][] = [
  [5, 'Calm'],
  [19, 'Light breeze'],
  [38, 'Breezy'],
  [61, 'Windy'],
];

/** The weather in words. */
export const weatherIn = ({ temperatureCelsius, windKmh }: Weather): UserWeather => ({
  temperatureCelsius,
  summary: winds.find(([upTo]) => windKmh <= upTo)?.[1] ?? 'Stormy',
});
