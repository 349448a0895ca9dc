import type { Surroundings } from '../domain/port.ts';
import { type MaybePlace, placeOf } from '../domain/rules.ts';

export const contextUseCases = ({ surroundings }: { surroundings: Surroundings }) => ({
  location: () => surroundings.location(),
  weather: (place: MaybePlace) => surroundings.weather(placeOf(place)),
  catFact: () => surroundings.catFact(),
});

export type ContextUseCases = ReturnType<typeof contextUseCases>;
