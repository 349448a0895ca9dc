import { z } from 'zod';
import * as domain from '../domain/runs/index.ts';
import { stepStatuses } from '../domain/statuses.ts';
import { fulfillmentPlans } from '../domain/steps.ts';
import { Address, CompensationStatus, Detail, Money, Payment, StepError, Timestamp } from '../order/state-parts.ts';
import { RunId } from './runs.ts';

/** Lists are filtered by it: it must fit into an index. */
export const PersonId = z
  .string()
  .max(1_000)
  .refine((id) => !/[\p{Cc}\p{Cs}]/u.test(id), 'must be one line');

const StepName = z.enum(domain.runStepNames);

const Step = z.object({
  name: StepName,
  status: z.enum(stepStatuses),
  attempt: z.int(),
  maxAttempts: z.int().nullable(),
  startedAt: Timestamp.nullable(),
  finishedAt: Timestamp.nullable(),
  detail: Detail,
  error: StepError.nullable(),
});

const Compensation = z.object({
  name: z.enum(domain.undoableRunSteps.map((step) => domain.runStepRules[step].undo)),
  undoes: z.enum(domain.undoableRunSteps),
  status: CompensationStatus,
  attempt: z.int(),
  startedAt: Timestamp,
  finishedAt: Timestamp.nullable(),
  error: StepError.nullable(),
});

const Verdict = z.object({
  commandId: z.string(),
  command: z.enum(domain.runCommandNames),
  fingerprint: z.string(),
  actor: z.string(),
  at: Timestamp,
  refusal: z.enum(domain.runRefusals).nullable(),
  message: z.string().nullable(),
});

const common = {
  runId: RunId,
  status: z.enum(domain.runStatuses),
  progress: z.int().nullable(),
  steps: z.array(Step),
  compensations: z.array(Compensation),
  failure: z
    .object({
      code: z.string() as z.ZodType<domain.RunFailureCode>,
      message: z.string(),
      step: StepName.nullable(),
    })
    .nullable(),
  about: PersonId,
  startedBy: PersonId,
  endedBy: z.string().nullable(),
  endedAt: Timestamp.nullable(),
  verdicts: z.array(Verdict),
  commands: z.object({ taken: z.int(), most: z.int() }),
  revision: z.int(),
  startedAt: Timestamp,
  updatedAt: Timestamp,
  closedAt: Timestamp.nullable(),
};

const UserContext = z.object({
  location: z.object({ city: z.string(), country: z.string(), latitude: z.number(), longitude: z.number() }).nullable(),
  weather: z.object({ temperatureCelsius: z.number(), summary: z.string() }).nullable(),
  catFact: z.string().nullable(),
  problems: z.array(z.object({ part: z.enum(domain.contextParts), code: z.string(), message: z.string() })),
});

const Template = z.object({
  customerId: z.string(),
  customerEmail: z.string(),
  items: z.array(z.object({ sku: z.string(), quantity: z.int(), price: Money.nullable() })),
  currencyCode: z.string(),
  shippingAddress: Address,
  requiresApproval: z.boolean(),
  approvalTimeoutMs: z.int(),
  autoApproveAfterMs: z.int().nullable(),
  plan: z.enum(fulfillmentPlans),
});

const Placement = z.object({
  number: z.int(),
  at: Timestamp,
  outcome: z.enum(domain.placementOutcomes),
  orderId: z.string().nullable(),
  problem: StepError.nullable(),
});

/** The wire format of the complete state of a run. */
export const RunState = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('USER_CONTEXT'),
    ...common,
    userId: z.string(),
    strategy: z.enum(domain.runStrategies),
    context: UserContext,
  }),
  z.object({
    kind: z.literal('PAYMENT'),
    ...common,
    orderId: z.string(),
    customerId: z.string(),
    amount: Money,
    payment: Payment.nullable(),
    cancellableForMs: z.int().nullable(),
  }),
  z.object({ kind: z.literal('GREETING'), ...common, name: z.string(), greeting: z.string().nullable() }),
  z.object({
    kind: z.literal('STANDING_ORDER'),
    ...common,
    every: z.string(),
    everyMs: z.int(),
    firstAt: Timestamp,
    nextAt: Timestamp.nullable(),
    skipsNext: z.boolean(),
    placed: z.int(),
    refused: z.int(),
    skipped: z.int(),
    missed: z.int(),
    times: z.int().nullable(),
    pausedBy: z.string().nullable(),
    generation: z.int(),
    template: Template,
    placements: z.array(Placement).max(domain.standingOrderLimits.placementsKept),
  }),
]) satisfies z.ZodType<domain.RunState>;

export const RunEntry = z.object({
  seq: z.int().positive(),
  type: z.enum(domain.runEventTypes),
  at: Timestamp,
  actor: z.string().nullable(),
  step: StepName.nullable(),
  detail: Detail,
}) satisfies z.ZodType<domain.RunEntry>;
