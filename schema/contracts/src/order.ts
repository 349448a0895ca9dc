import countries from 'i18n-iso-countries';
import { z } from 'zod';
import { limits } from './limits.ts';
import { Money } from './money.ts';
import { reservedIdPrefixes } from './words/names.ts';
import type * as words from './words/order.ts';
import { fulfillmentPlans } from './words/steps.ts';

const alpha2 = new Set(Object.keys(countries.getAlpha2Codes()));

/** A country by its ISO 3166-1 alpha-2 code. */
export const CountryCode = z
  .string()
  .refine((code) => alpha2.has(code), 'is not an ISO 3166-1 alpha-2 country')
  .meta({ examples: ['US'] });

/** One line of text for people: 1 to 200 characters, no control characters, no half characters: JSON in a database takes neither. */
export const Line = z
  .string()
  .max(limits.line)
  .refine((text) => /^[^\p{Cc}\p{Cs}]*$/u.test(text), 'must be one line')
  .refine((text) => text.trim() !== '', 'must not be empty');

/** An order's own id, as its shop gave it. */
export const OrderId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores')
  .refine((id) => !reservedIdPrefixes.some((prefix) => id.startsWith(prefix)), 'has a prefix that is reserved');

/** What makes a start that is sent again the same start. */
export const IdempotencyKey = z
  .string()
  .min(1)
  .max(limits.idempotencyKey)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be one line');

export const Email = z.email().max(limits.email);

export const Quantity = z.int().min(1).max(limits.quantity);

export const Address = z.strictObject({
  street: Line,
  city: Line,
  state: Line.nullable(),
  zip: Line,
  country: CountryCode,
}) satisfies z.ZodType<words.Address>;

export const OrderItem = z.strictObject({
  sku: Line,
  name: Line.nullable(),
  quantity: Quantity,
  unitPrice: Money,
}) satisfies z.ZodType<words.OrderItem>;

/** What one line costs, in minor units. */
export const lineTotal = ({ quantity, unitPrice }: words.OrderItem): number => quantity * unitPrice.amountMinor;

/** What `VALIDATE` asks of an order before any provider is called. */
export const PlacedOrder = z
  .object({
    orderId: OrderId,
    customerId: Line,
    customerEmail: Email,
    items: z.array(OrderItem).min(1).max(limits.items),
    total: Money,
    shippingAddress: Address,
    requiresApproval: z.boolean(),
    approvalTimeoutMs: z.int().positive(),
    autoApproveAfterMs: z.int().nonnegative().nullable(),
    plan: z.enum(fulfillmentPlans),
  })
  .refine(({ items, total }) => items.every(({ unitPrice }) => unitPrice.currencyCode === total.currencyCode), {
    path: ['items'],
    message: 'must all be priced in the currency of the total',
  })
  .refine(({ items, total }) => items.reduce((sum, item) => sum + lineTotal(item), 0) === total.amountMinor, {
    path: ['total'],
    message: 'is not the sum of the items',
  });
