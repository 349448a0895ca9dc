import type { UserWeather } from './domain/runs/context.ts';
import type { Weather } from './providers/context.ts';

/** The names of the wind, by the speed up to which each is one, in km/h: the Beaufort scale, shortened. */
const winds: readonly [upToKmh: number, name: string][] = [
  [5, 'Calm'],
  [19, 'Light breeze'],
  [38, 'Breezy'],
  [61, 'Windy'],
];

/** The weather as people read it. */
export const weatherIn = ({ temperatureCelsius, windKmh }: Weather): UserWeather => ({
  temperatureCelsius,
  summary: winds.find(([upTo]) => windKmh <= upTo)?.[1] ?? 'Stormy',
});
