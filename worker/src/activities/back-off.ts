import type { Work } from '@waybill/contracts/domain';
import type { Executions } from '@waybill/orders-client';
import { createActivity, type OrderRef } from './attempt.ts';

export type BackOffActivities = ReturnType<typeof createBackOffActivities>;

/** Activities by which an order controls its own running activities. */
export const createBackOffActivities = (engine: Pick<Executions, 'skipBackOff'>) => ({
  skipBackOff: createActivity(async ({ orderId, step, isUndo }: OrderRef & Work) => {
    await engine.skipBackOff(orderId, { step, isUndo });
    return {};
  }),
});
