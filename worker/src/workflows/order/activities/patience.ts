import type { ActivityOptions } from '@temporalio/workflow';
import {
  type OrderStepName,
  type Patience,
  type PatientStep,
  type PlacedOrder,
  stepRules,
} from '@waybill/contracts/domain';
import { retriesOf } from '../../shared/activities/retries.ts';

/** An order, as far as it says itself how its steps are retried. */
export type RetriedOrder = Pick<PlacedOrder, 'patience'>;

/** The retries of a step: limited by the table of steps, or by the order itself. */
export const stepRetries = (step: PatientStep, order: RetriedOrder): ActivityOptions =>
  retriesOf(patienceFor(step, order));

export const patienceFor = (step: PatientStep, { patience }: RetriedOrder): Patience => ({
  ...stepRules[step].patience,
  ...patience?.[step],
});

/** How often a step may be attempted; a step without a provider is attempted once. */
export const attemptsAllowed = (step: OrderStepName, order: RetriedOrder): number =>
  'patience' in stepRules[step] ? patienceFor(step as PatientStep, order).attempts : 1;

/** How long an order may take in all before it is compensated, in milliseconds; a person's time to approve comes on top. */
export const orderTimeoutMs = 30 * 60_000;
