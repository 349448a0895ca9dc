import type { CatFact, Location, Weather } from '@waybill/contracts';
import type { Place } from './rules.ts';

/** Whoever knows what surrounds a user. */
export interface Surroundings {
  location(): Promise<Location>;
  weather(place: Place): Promise<Weather>;
  catFact(): Promise<CatFact>;
}
