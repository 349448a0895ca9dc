import type { AddressInput } from '@waybill/client';
import { usage } from '../problems/problems.ts';

/** Where an order goes, and who is told. */
export type DestinationOptions = {
  email?: string;
  street?: string;
  city?: string;
  state?: string;
  zip?: string;
  country?: string;
};

const needed = ['street', 'city', 'country'] as const;

/** Lays the options over the address of the file; a part of an address alone is refused. */
export function addressFrom(options: DestinationOptions, inFile: AddressInput | undefined): AddressInput | undefined {
  const { street, city, state, zip, country } = options;
  const said = Object.entries({ street, city, state, zip, country }).filter(([, text]) => text !== undefined);
  if (said.length === 0) return inFile;
  const address: Partial<AddressInput> = { ...inFile, ...Object.fromEntries(said) };
  const missing = needed.filter((name) => !address[name]).map((name) => `--${name}`);
  if (missing.length === 0) return address as AddressInput;
  const are = missing.length > 1 ? 'are' : 'is';
  throw usage(`An address needs a street, a city and a country: ${missing.join(' and ')} ${are} missing`);
}
