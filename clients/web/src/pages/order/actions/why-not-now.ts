import type { OrderDetailsFragment } from '@waybill/client';
import { lookOf } from '../../../order/saga.ts';

type Saga = Pick<OrderDetailsFragment, 'steps' | 'compensations'>;

/** Why an action that is offered cannot be done at this moment; undefined if it can. Only a wait can be cut short. */
export function whyNotNow(action: string, { steps, compensations }: Saga): string | undefined {
  if (action !== 'RETRY_NOW') return undefined;
  const isRunning = ({ status }: { status: string }) => status === 'RUNNING';
  const work = compensations.find(isRunning) ?? steps.find(isRunning);
  return work && lookOf(work) === 'running' ? 'Not now: an attempt is running' : undefined;
}
