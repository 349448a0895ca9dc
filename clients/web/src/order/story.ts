import type { OrderDetailsFragment } from '@waybill/client';

export type Step = OrderDetailsFragment['steps'][number];
export type Compensation = OrderDetailsFragment['compensations'][number];

/** A step with what undoes it, in the order in which it ran. */
export type Chapter = { step: Step; compensations: readonly Compensation[] };

/** The steps of an order, each with its compensations beneath it. */
export const storyOf = ({ steps, compensations }: Pick<OrderDetailsFragment, 'steps' | 'compensations'>): Chapter[] =>
  steps.map((step) => ({ step, compensations: compensations.filter(({ undoes }) => undoes === step.name).reverse() }));

/** How a step or compensation looks: one that waits for its next try looks otherwise than one that runs. */
export type Look = 'pending' | 'running' | 'retrying' | 'done' | 'failed' | 'skipped' | 'cancelled';

type Work = { status: string; error?: unknown; nextAttemptAt?: string | null };

export function lookOf({ status, error, nextAttemptAt }: Work): Look {
  switch (status) {
    case 'RUNNING':
      return error && nextAttemptAt ? 'retrying' : 'running';
    case 'COMPLETED':
      return 'done';
    case 'FAILED':
      return 'failed';
    case 'SKIPPED':
      return 'skipped';
    case 'CANCELLED':
      return 'cancelled';
    default:
      return 'pending';
  }
}
