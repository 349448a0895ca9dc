import { cancel } from './cancel.ts';
import { createLabel, labelReady } from './create-label.ts';
import { recordAt, type ShippingDeps } from './decision.ts';
import { dispatch } from './dispatch.ts';
import { prepare } from './prepare.ts';

/** Each use case finds the shipment, decides by its rules, and writes the decision. */
export const createShippingUseCases = (deps: ShippingDeps) => ({
  prepare: prepare(deps),
  createLabel: createLabel(deps),
  labelReady: labelReady(deps),
  dispatch: dispatch(deps),
  cancel: cancel(deps),
  status: async (orderId: string) => {
    const shipment = await deps.shipments.find(orderId);
    return shipment && recordAt(shipment, deps.now());
  },
  statistics: async () => ({ byStatus: await deps.shipments.statistics() }),
});

export type ShippingUseCases = ReturnType<typeof createShippingUseCases>;
