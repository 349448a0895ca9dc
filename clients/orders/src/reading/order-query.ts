import {
  fulfillment,
  type OrderAnswer,
  type OrderState,
  orderAsPlaced,
  type PlacedOrder,
} from '@waybill/contracts/domain';
import type { CallLimits } from '../engine/call-limits.ts';
import { completedStatus } from '../engine/description.ts';
import type { Engine, HistoryEvent } from '../engine/engine.ts';
import { asOwnError } from '../engine/engine-faults.ts';
import { NotAnswering, NotRunning } from '../engine/errors.ts';
import type { StateQuery } from '../engine/state-query.ts';

/** The query for an order's state. */
export const orderStateQuery = (engine: Engine): StateQuery<OrderAnswer> => ({
  workflowIdOf: fulfillment.idFor,
  query: fulfillment.queries.order,
  asStarted: (events) => asPlaced(engine, events),
});

/**
 * The first state of an order, whether its workflow is running or was ended from outside; undefined if the engine has
 * none. Rejects with `NotAnswering` if it has ended by itself: then only the order book can say how.
 */
export const createPlacedOrderRead =
  (engine: Engine) =>
  async (orderId: string, limits: CallLimits): Promise<OrderState | undefined> => {
    try {
      const { workflowExecutionInfo: known } = await engine
        .describe(fulfillment.idFor(orderId), limits)
        .catch(asOwnError);
      if (known?.status === completedStatus)
        throw new NotAnswering(`Order ${orderId} has ended, and is not in the order book`);
      const page = { token: new Uint8Array(), wait: false };
      const { history } = await engine.history(fulfillment.idFor(orderId), page, limits).catch(asOwnError);
      return (await asPlaced(engine, history?.events ?? [])).order;
    } catch (error) {
      if (error instanceof NotRunning) return undefined;
      throw error;
    }
  };

/** The first state of an order, from the first event of its history. */
export async function asPlaced(engine: Engine, [started]: readonly HistoryEvent[]): Promise<OrderAnswer> {
  const { input, workflowType, workflowId } = started?.workflowExecutionStartedEventAttributes ?? {};
  if (workflowType?.name !== fulfillment.workflow)
    throw new NotRunning('The id holds an idempotency key, not an order');
  return { order: orderAsPlaced((await engine.decoded(input, workflowId)) as PlacedOrder), journal: [] };
}
