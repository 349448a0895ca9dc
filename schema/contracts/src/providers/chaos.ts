import { z } from 'zod';
import { CustomerId, OrderId } from '../order/order.ts';
import { RunId } from '../run/runs.ts';

export const chaosProfiles = ['calm', 'storm', 'flaky', 'custom'] as const;

const user = 'user-';
const isUser = (id: string) => id.startsWith(user) && CustomerId.safeParse(id.slice(user.length)).success;

/** The owner of a call, for which faults are drawn: an order, a run, or a user without a workflow. */
export const ChaosSubject = z
  .string()
  .refine(
    (id) => OrderId.or(RunId).safeParse(id).success || isUser(id),
    'must be the id of an order or a run, or "user-" and the id of a user',
  );

/** How often an outcome is drawn, in percent. */
export const ChaosShare = z.strictObject({ outcome: z.string(), percent: z.number().min(0).max(100) });
export type ChaosShare = z.infer<typeof ChaosShare>;

/** The outcome probabilities of one operation, such as `payment.authorize`. They add up to 100. */
export const ChaosOperation = z.strictObject({ operation: z.string(), shares: z.array(ChaosShare).min(1) });
export type ChaosOperation = z.infer<typeof ChaosOperation>;

/** An operation and its outcome probabilities; `outcomes` are all that it supports. */
export const DescribedOperation = ChaosOperation.extend({ outcomes: z.array(z.string()) });
export type DescribedOperation = z.infer<typeof DescribedOperation>;

/** The fault injection plan. The same seed, order and operation always give the same outcomes. */
export const ChaosSettings = z.object({
  profile: z.enum(chaosProfiles),
  seed: z.string(),
  operations: z.array(DescribedOperation),
});
export type ChaosSettings = z.infer<typeof ChaosSettings>;

/** `PUT /chaos`: omitted fields keep their values. Operations override the profile's tables, and make it `custom`. */
export const ChangeChaos = z.strictObject({
  profile: z.enum(chaosProfiles).optional(),
  seed: z.string().min(1).max(200).optional(),
  operations: z.array(ChaosOperation).optional(),
});
export type ChangeChaos = z.infer<typeof ChangeChaos>;

/** The outcomes of an order's next calls of an operation, one per call. They take precedence over the plan. */
export const ChaosPin = z.strictObject({ operation: z.string(), outcomes: z.array(z.string()).max(100) });
export type ChaosPin = z.infer<typeof ChaosPin>;

/** `PUT /chaos/orders/:orderId`: pins the named operations; an empty list removes a pin. */
export const PinChaos = z.strictObject({ pins: z.array(ChaosPin).min(1) });
export type PinChaos = z.infer<typeof PinChaos>;

/** The pins of an order that are not used up. */
export const ChaosPins = z.object({ orderId: ChaosSubject, pins: z.array(ChaosPin) });
export type ChaosPins = z.infer<typeof ChaosPins>;

/** `GET /chaos/pins`: the pins of all orders that are not used up, a thousand at most. */
export const AllChaosPins = z.object({ pins: z.array(ChaosPin.extend({ orderId: z.string() })) });
export type AllChaosPins = z.infer<typeof AllChaosPins>;

/**
 * `GET /chaos/log?orderId=&operation=&after=&first=`: the drawn outcomes, oldest first; with `before` (0: the end) newest
 * first. With `waitMs` the request waits for an entry after `after`, and returns no entry before all with smaller numbers are final.
 */
export const ChaosLog = z.object({
  entries: z.array(
    z.object({
      seq: z.int(),
      orderId: z.string(),
      operation: z.string(),
      /** The number of this call of the operation for the order, from 1. */
      attempt: z.int(),
      outcome: z.string(),
      source: z.enum(['plan', 'pin']),
      at: z.iso.datetime(),
    }),
  ),
});
export type ChaosLog = z.infer<typeof ChaosLog>;

/** The outcome probabilities of a provider's calls, and the outcomes so far. */
export const ChaosDistribution = z.object({
  profile: z.enum(chaosProfiles),
  seed: z.string(),
  operations: z.array(DescribedOperation.extend({ drawn: z.array(z.object({ outcome: z.string(), calls: z.int() })) })),
});
export type ChaosDistribution = z.infer<typeof ChaosDistribution>;
