import { limits } from '@waybill/contracts';
import { builder } from '../builder.ts';
import { FulfillmentPlan } from './enums.ts';

// What comes in, to make an order or to change one.

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
    zip: t.string({ description: 'Postal code; needed where the country has them.' }),
    country: t.string({ required: true, description: 'ISO 3166-1 alpha-2: "DE".' }),
  }),
});

/** An address as the shared language writes it: what is left blank is not given. */
export const addressOf = ({ state, zip, ...input }: typeof AddressInput.$inferInput) => ({
  ...input,
  state: isBlank(state) ? null : state,
  zip: isBlank(zip) ? '' : zip,
});

const isBlank = (text: string | null | undefined): text is null | undefined | '' => !text?.trim();

export const PlaceOrderInput = builder.inputType('PlaceOrderInput', {
  description: 'An order, as a customer asks for it.',
  fields: (t) => ({
    orderId: t.id({
      description:
        'The shop\'s own id: 1 to 64 letters, digits, dots, dashes or underscores. "ORD-" and a ULID where not given; "RUN-" and "STO-" are reserved.',
    }),
    idempotencyKey: t.string({
      description: `1 to ${limits.idempotencyKey} characters, scoped to the caller: the same key and order again is the same order. The header Idempotency-Key says the same.`,
    }),
    customerId: t.id({ required: true, description: 'Whose order it is; for a customer, its own id.' }),
    customerEmail: t.string({ required: true, description: 'Where the notification goes.' }),
    items: t.field({ type: [OrderItemInput], required: true, description: `1 to ${limits.items} lines.` }),
    currencyCode: t.field({ type: 'CurrencyCode', defaultValue: 'USD', description: 'Of all its prices.' }),
    totalAmount: t.field({ type: 'Decimal', description: 'Checked against the items where given.' }),
    shippingAddress: t.field({ type: AddressInput, required: true, description: 'Where it goes.' }),
    requiresApproval: t.boolean({ defaultValue: false, description: 'Whether a person must say yes.' }),
    approvalTimeout: t.field({
      type: 'Duration',
      description: 'How long that person may take: PT2M where not given, 30 days at most.',
    }),
    autoApproveAfter: t.field({
      type: 'Duration',
      description: 'Approve without a person after this long, 30 days at most; never where not given.',
    }),
    plan: t.field({
      type: FulfillmentPlan,
      defaultValue: 'AUTHORIZE_FIRST',
      description: 'In which order the steps are taken.',
    }),
  }),
});
export type PlaceOrderInput = typeof PlaceOrderInput.$inferInput;
