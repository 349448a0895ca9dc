import countries from 'i18n-iso-countries';
import { postcodeValidatorExistsForCountry as hasPostcodes } from 'postcode-validator';
import { z } from 'zod';
import { limits } from '../domain/limits.ts';
import { reservedIdPrefixes, reservedIdSuffix, workflowIdPrefixes } from '../domain/names.ts';
import type * as domain from '../domain/order.ts';
import { fulfillmentPlans } from '../domain/steps.ts';
import { textOf, withoutControls } from '../values/characters.ts';
import { Money } from '../values/money.ts';
import { autoApproval, quantityOfProducts } from './checks.ts';

/** User-assigned codes of ISO 3166: XK is not one of its countries. */
const userAssigned = /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/;

const alpha2 = new Set(Object.keys(countries.getAlpha2Codes()).filter((code) => !userAssigned.test(code)));

/** A country by its ISO 3166-1 alpha-2 code. */
export const CountryCode = z
  .string()
  .refine((code) => alpha2.has(code), 'is not an ISO 3166-1 alpha-2 country')
  .meta({ examples: ['US'] });

/**
 * One line of text: 1 to 200 characters, without control characters or lone surrogates, which JSON in a database
 * refuses.
 */
export const Line = textOf(limits.line)
  .refine((text) => /^[^\p{Cc}\p{Cs}]*$/u.test(text), 'must be one line')
  .refine((text) => text.trim() !== '', 'must not be empty');

/**
 * A line in new input. Stored orders follow the rule above; this one also refuses Unicode line breaks, characters that
 * reverse or hide text, and text without any visible character.
 */
export const GivenLine = Line.refine((text) => !/[\u2028\u2029]/.test(text), 'must be one line')
  .refine(...withoutControls)
  .refine((text) => text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '').trim() !== '', 'must not be empty');

/** An order's own id, as its shop gave it. */
export const OrderId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'must be 1 to 64 letters, digits, dots, dashes or underscores, the first a letter or digit',
  )
  .refine(hasNone(reservedIdPrefixes), 'has a prefix that is reserved');

/** The id of a new order. Older orders keep theirs. */
export const NewOrderId = OrderId.refine(hasNone(workflowIdPrefixes), 'has a prefix that is reserved');

/** The id that a client may give a new order. */
export const GivenOrderId = NewOrderId.refine((id) => !id.endsWith(reservedIdSuffix), 'has an end that is reserved');

function hasNone(prefixes: readonly string[]) {
  return (id: string) => !prefixes.some((prefix) => id.startsWith(prefix));
}

/** The key that makes a repeated request the same request. */
export const IdempotencyKey = textOf(limits.idempotencyKey)
  .min(1)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line');

/** A customer's id is stored in an index, where the room is limited. */
export const CustomerId = Line.max(limits.line);
export const GivenCustomerId = GivenLine.max(limits.line);

/** The shop's own id of a payment, likewise. */
export const PaymentReference = Line.max(limits.line);

/**
 * The payment reference of a new order. References that look alike are refused, or one payment could serve two orders.
 * Older orders keep theirs.
 */
export const NewPaymentReference = PaymentReference.pipe(
  z
    .string()
    .refine(
      (text) =>
        text === text.normalize('NFKC').trim() && !/[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?! )\s| {2}/u.test(text),
      'must have no invisible characters, no blanks but single ones between words, and be in Unicode form NFKC',
    ),
);

/** The pattern that browsers use for e-mail fields. */
export const Email = z.email({ pattern: z.regexes.html5Email }).max(limits.email);

export const Quantity = z.int().min(1).max(limits.quantity);

/** The zip is empty where a country has no postcodes. */
const addressOf = (line: z.ZodType<string>) =>
  z
    .strictObject({
      street: line,
      city: line,
      state: line.nullable(),
      zip: line.or(z.literal('')),
      country: CountryCode,
    })
    .refine(({ zip, country }) => zip !== '' || !hasPostcodes(country), {
      path: ['zip'],
      message: 'must not be empty: the country has postcodes',
    }) satisfies z.ZodType<domain.Address>;

export const Address = addressOf(Line);
/** An address in new input. */
export const GivenAddress = addressOf(GivenLine);

export const OrderItem = z.strictObject({
  sku: Line,
  name: Line.nullable(),
  quantity: Quantity,
  unitPrice: Money,
}) satisfies z.ZodType<domain.OrderItem>;

/** The price of one line, in minor units. */
export const lineTotal = ({ quantity, unitPrice }: domain.OrderItem): number => quantity * unitPrice.amountMinor;

/** The checks of the step `VALIDATE`, before any provider is called. */
export const PlacedOrder = z
  .object({
    orderId: NewOrderId,
    customerId: CustomerId,
    customerEmail: Email,
    items: z.array(OrderItem).min(1).max(limits.items),
    total: Money,
    shippingAddress: Address,
    requiresApproval: z.boolean(),
    approvalTimeoutMs: z.int().positive(),
    autoApproveAfterMs: z.int().nonnegative().nullable(),
    plan: z.enum(fulfillmentPlans),
    paymentReference: PaymentReference.exactOptional(),
  })
  .refine(({ items, total }) => items.every(({ unitPrice }) => unitPrice.currencyCode === total.currencyCode), {
    path: ['items'],
    message: 'must all be priced in the currency of the total',
  })
  .refine(...quantityOfProducts)
  .refine(...autoApproval)
  .refine(({ items, total }) => items.reduce((sum, item) => sum + lineTotal(item), 0) === total.amountMinor, {
    path: ['total'],
    message: 'is not the sum of the items',
  });
