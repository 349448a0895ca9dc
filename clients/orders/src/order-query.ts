import { QueryRejectedError } from '@temporalio/client';
import {
  fulfillment,
  type OrderAnswer,
  type OrderState,
  orderAsPlaced,
  type PlacedOrder,
} from '@waybill/contracts/domain';
import { pause, settlesWithin } from './backoff.ts';
import type { CallLimits, Engine, HistoryEvent } from './engine.ts';
import { asOwnError, engineFaultIn, grpc } from './engine-faults.ts';
import { NotAnswering, NotRunning } from './errors.ts';

/** A running worker answers sooner; after this time, the order may be too new. */
const soonMs = 300;

/**
 * Reads the state of an order with one query to its workflow. Before the first workflow task, the state comes from the input
 * that the order was placed with. Rejects with `NotRunning`, `NotAnswering` or `EngineUnavailable`.
 */
export const createOrderQuery = (engine: Engine) => {
  const ask = (orderId: string, afterSeq: number, limits: CallLimits): Promise<OrderAnswer> =>
    engine.limited(limits, () =>
      engine.workflow
        .getHandle(fulfillment.idFor(orderId))
        .query<OrderAnswer, [number]>(fulfillment.queries.order, afterSeq),
    );

  const queryWithRetries = async (orderId: string, afterSeq: number, limits: CallLimits): Promise<OrderAnswer> => {
    const until = Date.now() + limits.withinMs;
    for (let tries = 1; ; tries++) {
      try {
        return await ask(orderId, afterSeq, { ...limits, withinMs: until - Date.now() });
      } catch (error) {
        if (!isBusy(error) || tries > 6) return asQueryError(orderId, error);
      }
      await pause(5 * 2 ** tries, limits.signal);
    }
  };

  const ifUntouched = async (orderId: string, limits: CallLimits): Promise<OrderAnswer | undefined> => {
    const page = { token: new Uint8Array(), wait: false };
    const { history } = await engine.history(fulfillment.idFor(orderId), page, limits).catch(asOwnError);
    const events = history?.events ?? [];
    return hasCompletedTask(events) ? undefined : asPlaced(engine, events);
  };

  return async (orderId: string, afterSeq: number, limits: CallLimits): Promise<OrderAnswer> => {
    const answer = queryWithRetries(orderId, afterSeq, limits);
    if (await settlesWithin(soonMs, answer)) return answer;
    answer.catch(() => undefined);
    return (await ifUntouched(orderId, limits)) ?? answer;
  };
};

export function asQueryError(orderId: string, error: unknown): never {
  if (error instanceof QueryRejectedError) throw new NotRunning('The order is closed', { cause: error });
  if (!isUnanswered(error)) return asOwnError(error);
  throw new NotAnswering(`No worker has answered for order ${orderId}`, { cause: error });
}

/**
 * The worker is away, has not come to this order, or cannot go on with it. An engine that sees the deadline before its
 * client does hangs up, and that reads as cancelled.
 */
const unanswered: readonly unknown[] = [grpc.DEADLINE_EXCEEDED, grpc.CANCELLED, grpc.FAILED_PRECONDITION];

export const isUnanswered = (error: unknown): boolean => unanswered.includes(engineFaultIn(error)?.code);

/** While a workflow task is running, the engine buffers one query and refuses others; they pass a moment later. */
const isBusy = (error: unknown) => /query buffer is full/i.test(engineFaultIn(error)?.message ?? '');

export const hasCompletedTask = (events: readonly HistoryEvent[]): boolean =>
  events.some(({ workflowTaskCompletedEventAttributes }) => workflowTaskCompletedEventAttributes);

/** The state that an order was placed with, whether its workflow is running or not; undefined where the engine has none. */
export const createPlacedOrderRead =
  (engine: Engine) =>
  async (orderId: string, limits: CallLimits): Promise<OrderState | undefined> => {
    try {
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
  const { input, workflowType } = started?.workflowExecutionStartedEventAttributes ?? {};
  if (workflowType?.name !== fulfillment.workflow) throw new NotRunning('The id holds an idempotency key, no order');
  return { order: orderAsPlaced((await engine.decoded(input)) as PlacedOrder), journal: [] };
}
