import type * as domain from '@waybill/contracts/words';
import { builder } from '../builder.ts';

export const Address = builder.objectRef<domain.Address>('Address').implement({
  description: 'Where an order goes.',
  fields: (t) => ({
    street: t.exposeString('street', { description: 'Street and house number.' }),
    city: t.exposeString('city', { description: 'City or town.' }),
    state: t.exposeString('state', { nullable: true, description: 'State or province, where addresses have one.' }),
    zip: t.exposeString('zip', { description: 'Postal code; empty where the country has none.' }),
    country: t.exposeString('country', { description: 'ISO 3166-1 alpha-2: "DE".' }),
  }),
});
