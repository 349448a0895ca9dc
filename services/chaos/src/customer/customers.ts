import { CustomerProfile, Recommendations } from '@waybill/contracts';
import { fetchJson } from '../calls/fetch-json.ts';

export interface Customers {
  profile(customerId: string): Promise<CustomerProfile>;
  recommendations(customerId: string): Promise<Recommendations>;
}

/** The customers of a real service with the same paths and shapes; simulated if there is none. */
export const createCustomers = (baseUrl: string | undefined): Customers => (baseUrl ? remote(baseUrl) : madeUp);

const remote = (baseUrl: string): Customers => ({
  profile: (customerId) => fetchJson(`${baseUrl}/${encodeURIComponent(customerId)}/profile`, CustomerProfile),
  recommendations: (customerId) =>
    fetchJson(`${baseUrl}/${encodeURIComponent(customerId)}/recommendations`, Recommendations),
});

const names = ['Ada', 'Bela', 'Chiara', 'Dmitri', 'Edith', 'Farid', 'Grace'] as const;
const favourites = ['BOOK-001', 'KETTLE-001', 'LAMP-001', 'MUG-001', 'NOTE-001', 'PEN-001', 'TEE-001'] as const;

const madeUp: Customers = {
  profile: async (customerId) => ({
    customerId,
    name: names[hash(customerId, names.length)] ?? names[0],
    // One customer in four is preferred.
    tier: hash(customerId, 4) === 0 ? 'PREFERRED' : 'STANDARD',
  }),
  recommendations: async (customerId) => {
    const first = hash(customerId, favourites.length);
    return { customerId, skus: [...favourites, ...favourites].slice(first, first + 3) };
  },
};

/** A number from 0 to `below`, excluded, that depends only on the customer. */
function hash(customerId: string, below: number): number {
  let sum = 0;
  for (const letter of customerId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % below;
}
