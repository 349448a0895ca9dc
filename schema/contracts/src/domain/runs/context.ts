import type { ContextPart } from './steps.ts';

export type UserLocation = { city: string; country: string; latitude: number; longitude: number };

export type UserWeather = { temperatureCelsius: number; summary: string };

/** Why a part is missing. */
export type PartProblem = { part: ContextPart; code: string; message: string };

/** The context of a user. A part is null if it is not known yet, or could not be gathered: then a problem says why. */
export type UserContext = {
  location: UserLocation | null;
  weather: UserWeather | null;
  catFact: string | null;
  problems: PartProblem[];
};

/** Why there is no weather where there is no location. */
export const locationUnknown = 'LOCATION_UNKNOWN';
