import { CustomerProfile, Recommendations } from '@waybill/contracts';
import { fetched } from '../../calls/fetched.ts';
import type { Customers } from '../domain/port.ts';
import { lotOf, tierOf } from '../domain/rules.ts';

const names = ['Ada', 'Bela', 'Chiara', 'Dmitri', 'Edith', 'Farid', 'Grace'] as const;
const favourites = ['BOOK-001', 'KETTLE-001', 'LAMP-001', 'MUG-001', 'NOTE-001', 'PEN-001', 'TEE-001'] as const;

/** Customers that are made up, always alike. */
export const standInCustomers: Customers = {
  profile: async (customerId) => ({
    customerId,
    name: names[lotOf(customerId, names.length)] ?? names[0],
    tier: tierOf(customerId),
  }),
  recommendations: async (customerId) => {
    const first = lotOf(customerId, favourites.length);
    return { customerId, skus: [...favourites, ...favourites].slice(first, first + 3) };
  },
};

/** Customers of a service that answers the same paths in the same shapes. */
export const remoteCustomers = (baseUrl: string): Customers => ({
  profile: (customerId) => fetched(`${baseUrl}/${encodeURIComponent(customerId)}/profile`, CustomerProfile),
  recommendations: (customerId) =>
    fetched(`${baseUrl}/${encodeURIComponent(customerId)}/recommendations`, Recommendations),
});
