import type * as domain from '@waybill/contracts/domain';
import { builder } from '../builder/builder.ts';

export const Address = builder.objectRef<domain.Address>('Address').implement({
  description: 'A shipping address.',
  fields: (t) => ({
    street: t.exposeString('street', { description: 'Street and house number.' }),
    city: t.exposeString('city', { description: 'City or town.' }),
    state: t.exposeString('state', { nullable: true, description: 'State or province, if the country uses them.' }),
    zip: t.exposeString('zip', { description: 'Postal code; empty if the country does not use them.' }),
    country: t.exposeString('country', { description: 'ISO 3166-1 alpha-2 code, for example "DE".' }),
  }),
});
