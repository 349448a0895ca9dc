import { z } from '@hono/zod-openapi';
import type { OrderDetailsFragment, OrderStepName } from '@waybill/client';
import { currentStepTerms, reachedStateTerms, statesByStatus, stepTerms } from './terms.ts';

/** Differences between the requests and responses of other systems and ours. */
export type Dialect = {
  /** The prefix of an order's workflow id. */
  prefix: string;
  /** The status of an order that waits for a manager. */
  awaiting: string;
};

const Step = z.object({ name: z.string(), status: z.string(), timestamp: z.string().nullable(), data: z.unknown() });

export const AliasStatus = z
  .looseObject({
    orderId: z.string(),
    workflowId: z.string(),
    status: z.string(),
    progress: z.int(),
    currentStep: z.string().nullable(),
    completedSteps: z.array(Step),
    compensations: z.array(Step.omit({ data: true })),
    error: z.string().nullable(),
    step: z.string(),
    state: z.string(),
    payment_id: z.string().nullable(),
  })
  .openapi('OrderStatusOfAliases');

export type AliasStatus = z.infer<typeof AliasStatus>;

/** The status of an order in the terms of the other systems. */
export function aliasStatusOf(order: OrderDetailsFragment, { prefix, awaiting }: Dialect): AliasStatus {
  const { id, status, progress, currentStep, failure } = order;
  return {
    orderId: id,
    workflowId: `${prefix}${id}`,
    progress,
    status: status === 'AWAITING_APPROVAL' ? awaiting : status.toLowerCase(),
    currentStep: currentStep ? wordFor(currentStep) : null,
    completedSteps: order.steps
      .filter((step) => step.status === 'COMPLETED')
      .map((step) => ({
        name: wordFor(step.name),
        status: 'completed',
        timestamp: step.finishedAt ?? null,
        data: dataOf(step.detail),
      })),
    compensations: order.compensations.map((compensation) => ({
      name: compensation.name.toLowerCase(),
      status: compensation.status.toLowerCase(),
      timestamp: compensation.finishedAt ?? null,
    })),
    error: failure?.message ?? null,
    step: currentStep ? (currentStepTerms[currentStep] ?? currentStep) : status,
    state: stateOf(order),
    payment_id: order.paymentReference ?? null,
  };
}

/** A step that this table does not know yet keeps its name. */
const wordFor = (step: OrderStepName): string => stepTerms[step] ?? step.toLowerCase();

function stateOf({ status, steps }: OrderDetailsFragment): string {
  const isCompleted = (name: OrderStepName) => steps.some((step) => step.name === name && step.status === 'COMPLETED');
  return statesByStatus[status] ?? reachedStateTerms.find(([step]) => isCompleted(step))?.[1] ?? 'RECEIVED';
}

function dataOf(detail: unknown): unknown {
  const known = (detail ?? {}) as Record<string, unknown>;
  return { ...known, ...('authorizationId' in known ? { authId: known.authorizationId } : {}) };
}
