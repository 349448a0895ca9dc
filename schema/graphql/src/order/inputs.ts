import { limits } from '@waybill/contracts';
import { builder } from '../builder.ts';

// What making an order and changing one have in common.

export const OrderItemInput = builder.inputType('OrderItemInput', {
  description: 'One line of an order.',
  fields: (t) => ({
    sku: t.string({ required: true, description: 'A product of the catalogue.' }),
    quantity: t.int({ required: true, description: `How many: 1 to ${limits.quantity}.` }),
    price: t.field({
      type: 'Decimal',
      description:
        "What one costs. The catalogue's price in the order's currency where not given; only a manager or an operator may set another.",
    }),
  }),
});
export type OrderItemInput = typeof OrderItemInput.$inferInput;

export const AddressInput = builder.inputType('AddressInput', {
  description: 'Where an order goes.',
  fields: (t) => ({
    street: t.string({ required: true, description: 'Street and house number.' }),
    city: t.string({ required: true, description: 'City or town.' }),
    state: t.string({ description: 'State or province, where addresses have one.' }),
    zip: t.string({ required: true, description: 'Postal code.' }),
    country: t.string({ required: true, description: 'ISO 3166-1 alpha-2: "DE".' }),
  }),
});

/** An address as the shared language writes it: what is not given is null. */
export const addressOf = (input: typeof AddressInput.$inferInput) => ({ ...input, state: input.state ?? null });
