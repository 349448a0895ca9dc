import { ApplicationFailure, activityInfo } from '@temporalio/activity';
import { createValidation, limits, parseOrder, requestFrom } from '@waybill/contracts';
import { reservedOrderId, type StandingOrderTemplate } from '@waybill/contracts/domain';
import type { OrderOverrides } from '@waybill/contracts/settings';
import { createIdentityLookup, type OrderBookClient } from '@waybill/order-book-client';
import { createOrderPlacing, type Orders, StartConflict } from '@waybill/orders-client';
import type { ProvidersClient } from '@waybill/providers-client';
import { createProviderActivity, type OrderRef } from '../attempt.ts';

/** One period of a standing order. `orderId` in the reference is the order's, and not the run's. */
export type Placing = OrderRef & {
  runId: string;
  template: StandingOrderTemplate;
  startedBy: string;
  startedByStaff: boolean;
  overrides: OrderOverrides;
};

export type PlacementDependencies = {
  providers: Pick<ProvidersClient, 'inventory'>;
  book: Pick<OrderBookClient, 'identity'>;
  orders: Pick<Orders, 'place'>;
  now?: () => Date;
};

/** Places the order of a period by the rules of all orders, with the rights of the standing order's starter. */
export const createPlacementActivities = ({ providers, book, orders, now }: PlacementDependencies) => {
  const placeOrder = createOrderPlacing({ orders, inBook: createIdentityLookup(book), now: now ?? (() => new Date()) });

  return {
    /** An id that somebody else has taken is left to them: the order then has another, which the result says. */
    placePeriod: createProviderActivity(async (placing: Placing, call): Promise<{ orderId?: string }> => {
      const { orderId, correlationId, runId, template, startedBy, startedByStaff, overrides } = placing;
      if (!startedByStaff && template.customerId !== startedBy)
        throw refused('FORBIDDEN', 'A customer places orders for itself only');
      const products = await providers.inventory.catalogue({}, call);
      const validation = createValidation();
      const rules = { byStaff: startedByStaff, products, itemsAtMost: overrides.limits?.items ?? limits.items };
      const order = parseOrder(requestFrom(template, orderId), rules, validation);
      const [problem] = validation.problems;
      if (problem) throw refused('INVALID_INPUT', `${problem.path.join('.')} ${problem.message}`);
      const by = { actor: runId, correlationId, idempotencyKey: null, overrides };
      try {
        await placeOrder(order, by);
        return {};
      } catch (error) {
        if (!(error instanceof StartConflict)) throw error;
        const own = reservedOrderId(orderId);
        await placeOrder({ ...order, orderId: own }, by).catch(asRefusal);
        return { orderId: own };
      }
    }),
  };
};

export type PlacementActivities = ReturnType<typeof createPlacementActivities>;

function asRefusal(error: unknown): never {
  if (error instanceof StartConflict) throw refused('IDEMPOTENCY_CONFLICT', error.message);
  throw error;
}

/** The message names the wrong field, and is shown to the customer. */
const refused = (type: string, message: string) =>
  ApplicationFailure.create({ type, message, nonRetryable: true, details: [{ attempt: activityInfo().attempt }] });
