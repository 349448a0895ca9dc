import type { IconName } from '../components/icon.tsx';

/** Where one can go from everywhere. `roles`: who has business there; without it, all. */
export type Place = { to: string; name: string; icon: IconName; roles?: readonly string[]; onPhone?: boolean };

const places = [{ to: '/orders', name: 'Orders', icon: 'list', onPhone: true }] as const satisfies readonly Place[];

export const placesFor = (role: string): readonly Place[] =>
  places.filter((place: Place) => !place.roles || place.roles.includes(role));
