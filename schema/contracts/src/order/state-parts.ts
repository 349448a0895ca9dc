import { z } from 'zod';
import type * as domain from '../domain/order.ts';
import { paymentStatuses } from '../domain/statuses.ts';

// Parts of the states of orders and runs. Looser than the validation of input: what is already stored must remain readable.

export const Timestamp = z.iso.datetime();
export const Money = z.object({ amountMinor: z.int(), currencyCode: z.string() });
export const Detail = z.record(z.string(), z.unknown()).nullable();
export const StepError = z.object({ code: z.string(), message: z.string() });
export const CompensationStatus = z.enum(['RUNNING', 'COMPLETED', 'SKIPPED', 'FAILED']);

export const Address = z.object({
  street: z.string(),
  city: z.string(),
  state: z.string().nullable(),
  zip: z.string(),
  country: z.string(),
}) satisfies z.ZodType<domain.Address>;

export const Payment = z.object({
  id: z.string(),
  status: z.enum(paymentStatuses),
  authorized: Money.nullable(),
  captured: Money.nullable(),
  refunded: Money.nullable(),
}) satisfies z.ZodType<domain.Payment>;
