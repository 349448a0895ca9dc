import type { ActivityOptions } from '@temporalio/workflow';
import {
  type OrderStepName,
  type Patience,
  type PatientStep,
  type PlacedOrder,
  stepRules,
} from '@waybill/contracts/domain';
import { retriesOf } from '../../shared/activities/retries.ts';

/** The retry policies that an order carries. */
export type RetriedOrder = Pick<PlacedOrder, 'patience'>;

/** The retry policy of a step: from the table of steps, or from the order itself. */
export const stepRetries = (step: PatientStep, order: RetriedOrder): ActivityOptions =>
  retriesOf(patienceFor(step, order));

export const patienceFor = (step: PatientStep, { patience }: RetriedOrder): Patience => ({
  ...stepRules[step].patience,
  ...patience?.[step],
});

/** How often a step may be attempted; a step without a provider is attempted once. */
export const attemptsAllowed = (step: OrderStepName, order: RetriedOrder): number =>
  'patience' in stepRules[step] ? patienceFor(step as PatientStep, order).attempts : 1;

/** The time limit of an order before it is compensated, in milliseconds, not counting the time for the approval. */
export const orderTimeoutMs = 30 * 60_000;
