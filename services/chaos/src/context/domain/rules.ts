import type { Location } from '@waybill/contracts';

export type Place = Pick<Location, 'latitude' | 'longitude'>;

/** Where someone is who does not say where. */
export const home: Place = { latitude: 52.52, longitude: 13.41 };

/** A place that may not be told. */
export type MaybePlace = { [Coordinate in keyof Place]?: Place[Coordinate] | undefined };

export const placeOf = ({ latitude, longitude }: MaybePlace): Place => ({
  latitude: latitude ?? home.latitude,
  longitude: longitude ?? home.longitude,
});
