import { z } from 'zod';
import { limits } from '../domain/limits.ts';
import * as domain from '../domain/runs/index.ts';
import { fulfillmentPlans } from '../domain/steps.ts';
import { autoApproval, quantityOfProducts } from '../order/checks.ts';
import { Address, CustomerId, Email, Line, OrderId, Quantity } from '../order/order.ts';
import { millisecondsOf } from '../values/duration.ts';
import { CurrencyCode, Money } from '../values/money.ts';

/** The id of any run. */
export const RunId = z
  .string()
  .regex(
    domain.runIdShape,
    'must be RUN- and 1 to 80, or STO- and 1 to 48 letters, digits, dots, dashes or underscores',
  );

/** The id of a run of this kind. */
export const RunIdOf = (kind: domain.RunKind) =>
  RunId.refine((id) => id.startsWith(domain.runIdPrefix(kind)), `must begin with ${domain.runIdPrefix(kind)}`);

const { everyMs, times } = domain.standingOrderLimits;

/** Elapsed time between two periods of a standing order: PT1M to P365D. */
export const Every = z.string().refine((text) => {
  const ms = millisecondsOf(text);
  return ms !== undefined && ms >= everyMs.least && ms <= everyMs.most;
}, 'must be an ISO 8601 duration of PT1M to P365D, in weeks, days, hours, minutes and seconds');

/** A positive amount: zero cannot be authorized. */
export const PositiveMoney = Money.extend({ amountMinor: z.int().positive() });

export const StandingOrderTemplate = z
  .strictObject({
    customerId: CustomerId,
    customerEmail: Email,
    items: z
      .array(z.strictObject({ sku: Line, quantity: Quantity, price: Money.nullable() }))
      .min(1)
      .max(limits.items),
    currencyCode: CurrencyCode,
    shippingAddress: Address,
    requiresApproval: z.boolean(),
    approvalTimeoutMs: z.int().positive(),
    autoApproveAfterMs: z.int().nonnegative().nullable(),
    plan: z.enum(fulfillmentPlans),
  })
  .refine(({ items, currencyCode }) => items.every(({ price }) => !price || price.currencyCode === currencyCode), {
    path: ['items'],
    message: 'must all be priced in the currency of the order',
  })
  .refine(...quantityOfProducts)
  .refine(...autoApproval) satisfies z.ZodType<domain.StandingOrderTemplate>;

const Patience = z.object({
  attempts: z.int().positive(),
  firstRetryMs: z.int().positive(),
  timeoutMs: z.int().positive(),
});

const common = {
  startedBy: Line.max(limits.line),
  startedByStaff: z.boolean(),
  startedAt: z.iso.datetime(),
  correlationId: z.string(),
  fingerprint: z.string(),
  keyId: RunId.optional(),
  limits: z.object({ commands: z.int().positive(), historyEvents: z.int().positive() }).partial().optional(),
  patience: z.partialRecord(z.enum(domain.runStepNames), Patience.partial()).optional(),
};

/** Validates the input of a run's workflow before anything is done. */
export const StartedRun = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('USER_CONTEXT'),
    runId: RunIdOf('USER_CONTEXT'),
    ...common,
    userId: CustomerId,
    strategy: z.enum(domain.runStrategies),
  }),
  z.object({
    kind: z.literal('PAYMENT'),
    runId: RunIdOf('PAYMENT'),
    ...common,
    orderId: OrderId,
    customerId: CustomerId,
    amount: PositiveMoney,
    cancellableForMs: z.int().positive().max(everyMs.most).nullable(),
  }),
  z.object({ kind: z.literal('GREETING'), runId: RunIdOf('GREETING'), ...common, name: Line }),
  z.object({
    kind: z.literal('STANDING_ORDER'),
    runId: RunIdOf('STANDING_ORDER'),
    ...common,
    every: Every,
    everyMs: z.int().min(everyMs.least).max(everyMs.most),
    firstAt: z.iso.datetime(),
    times: z.int().min(1).max(times).nullable(),
    template: StandingOrderTemplate,
  }),
]);
