import { limits } from '@waybill/contracts';
import { builder } from '../builder/builder.ts';
import { FulfillmentPlan } from './enums.ts';

// The inputs that place or change an order.

export const OrderItemInput = builder.inputType('OrderItemInput', {
  description: 'An order line.',
  fields: (t) => ({
    sku: t.string({ required: true, description: 'SKU of a product in the catalogue.' }),
    quantity: t.int({ required: true, description: `Quantity: 1 to ${limits.quantity}.` }),
    price: t.field({
      type: 'Decimal',
      description:
        "Unit price. Defaults to the catalogue's price in the order's currency; only managers and operators may set another.",
    }),
  }),
});

export const AddressInput = builder.inputType('AddressInput', {
  description: 'A shipping address.',
  fields: (t) => ({
    street: t.string({ required: true, description: 'Street and house number.' }),
    city: t.string({ required: true, description: 'City or town.' }),
    state: t.string({ description: 'State or province, if the country uses them.' }),
    zip: t.string({ description: 'Postal code; required if the country uses them.' }),
    country: t.string({ required: true, description: 'ISO 3166-1 alpha-2 code, for example "DE".' }),
  }),
});

export const PlaceOrderInput = builder.inputType('PlaceOrderInput', {
  description: 'A new order.',
  fields: (t) => ({
    orderId: t.id({
      description:
        'Id chosen by the caller: 1 to 64 letters, digits, dots, dashes or underscores, of which the first is a letter or digit. Defaults to "ORD-" and a ULID; the prefixes "RUN-", "STO-", "order-fulfillment-", "order-workflow-", "user-context-" and "payment-" are reserved.',
    }),
    idempotencyKey: t.string({
      description: `1 to ${limits.idempotencyKey} characters, scoped to the caller. A retry with the same key and input returns the same order. Equivalent to the header Idempotency-Key.`,
    }),
    customerId: t.id({ required: true, description: 'The customer who orders; customers may give only their own id.' }),
    customerEmail: t.string({ required: true, description: 'E-mail address for the notification.' }),
    items: t.field({ type: [OrderItemInput], required: true, description: `1 to ${limits.items} lines.` }),
    currencyCode: t.field({
      type: 'CurrencyCode',
      defaultValue: 'USD',
      description: 'Currency of all prices of the order.',
    }),
    totalAmount: t.field({
      type: 'Decimal',
      description: 'Expected total; if given, it must equal the sum of the items.',
    }),
    shippingAddress: t.field({ type: AddressInput, required: true, description: 'Shipping address.' }),
    requiresApproval: t.boolean({ defaultValue: false, description: 'Whether a manager must approve the order.' }),
    approvalTimeout: t.field({
      type: 'Duration',
      description: 'Time allowed for the approval, after which the order expires: defaults to PT2M, at most 30 days.',
    }),
    autoApproveAfter: t.field({
      type: 'Duration',
      description: 'Approves the order automatically after this time, at most 30 days; never if omitted.',
    }),
    plan: t.field({
      type: FulfillmentPlan,
      defaultValue: 'AUTHORIZE_FIRST',
      description: 'Order in which the steps run.',
    }),
    paymentReference: t.string({
      description:
        "The shop's own id of the payment, up to 200 characters, case-sensitive. Each can be used for one order only.",
    }),
  }),
});
