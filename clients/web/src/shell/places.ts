import type { IconName } from '../components/icon.tsx';

/** The destinations of the navigation. `roles`: who sees them; without it, everybody. */
export type Place = { to: string; name: string; icon: IconName; roles?: readonly string[]; onPhone?: boolean };

const staff = ['MANAGER', 'OPERATOR'];

const places = [
  { to: '/', name: 'Overview', icon: 'home', onPhone: true },
  { to: '/orders', name: 'Orders', icon: 'list', onPhone: true },
  { to: '/approvals', name: 'Approvals', icon: 'stamp', roles: staff, onPhone: true },
  { to: '/new', name: 'New order', icon: 'plus', onPhone: true },
  { to: '/runs', name: 'Runs', icon: 'flow' },
  { to: '/stock', name: 'Stock', icon: 'box' },
  { to: '/chaos', name: 'Chaos', icon: 'bolt', roles: ['OPERATOR'] },
  { to: '/settings', name: 'Settings', icon: 'gear' },
] as const satisfies readonly Place[];

/** The name of each place, by its path. */
export const placeNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(places.map(({ to, name }) => [to, name])),
  '/signin': 'Sign in',
};

export const placesFor = (role: string): readonly Place[] =>
  places.filter((place: Place) => !place.roles || place.roles.includes(role));
