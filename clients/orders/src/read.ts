import { QueryRejectedError } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { fulfillment, type OrderAnswer, orderAsPlaced, type PlacedOrder } from '@waybill/contracts/words';
import { pause } from './backoff.ts';
import type { Engine, HistoryEvent, Limits } from './engine.ts';
import { NotAnswering, NotRunning } from './errors.ts';
import { asOurs, engineFaultIn, grpc } from './faults.ts';

const { EventType } = temporal.api.enums.v1;
const nothing = new Uint8Array();

/**
 * Asks an order's workflow for all that it knows, with one query. An order that no worker has looked at yet is answered
 * from what it was placed with. Rejects with `NotRunning`, `NotAnswering` or `EngineUnavailable`.
 */
export const reading = (engine: Engine) => {
  const ask = (orderId: string, afterSeq: number, limits: Limits): Promise<OrderAnswer> =>
    engine.limited(limits, () =>
      engine.workflow
        .getHandle(fulfillment.idFor(orderId))
        .query<OrderAnswer, [number]>(fulfillment.queries.order, afterSeq),
    );

  const answerInstead = async (orderId: string, error: unknown, limits: Limits): Promise<OrderAnswer> => {
    if (error instanceof QueryRejectedError) throw new NotRunning('The order is closed', { cause: error });
    const code = engineFaultIn(error)?.code;
    if (code === undefined || !unanswered.includes(code)) return asOurs(error);
    const { history } = await engine
      .history(fulfillment.idFor(orderId), { token: nothing, wait: false }, { ...limits, withinMs: 1_000 })
      .catch(asOurs);
    const events = history?.events ?? [];
    if (!hasBeenLookedAt(events)) return asPlaced(engine, events);
    throw new NotAnswering(`No worker has answered for order ${orderId}`, { cause: error });
  };

  return async (orderId: string, afterSeq: number, limits: Limits): Promise<OrderAnswer> => {
    const until = Date.now() + limits.withinMs;
    for (let tries = 1; ; tries++) {
      try {
        return await ask(orderId, afterSeq, { ...limits, withinMs: until - Date.now() });
      } catch (error) {
        if (!isBusy(error) || tries > 6) return answerInstead(orderId, error, limits);
      }
      await pause(5 * 2 ** tries, limits.signal);
    }
  };
};

/** The worker is away, or has not come to this order. */
const unanswered: readonly number[] = [grpc.DEADLINE_EXCEEDED, grpc.FAILED_PRECONDITION];

/** An order that is just changing holds one query back; one more is turned away, and passes a moment later. */
const isBusy = (error: unknown) => /query buffer is full/i.test(engineFaultIn(error)?.message ?? '');

export const hasBeenLookedAt = (events: readonly HistoryEvent[]): boolean =>
  events.some(({ eventType }) => eventType === EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);

/** The answer that an order's workflow will give first, made from the first event of its history. */
export async function asPlaced(engine: Engine, [started]: readonly HistoryEvent[]): Promise<OrderAnswer> {
  const { input, workflowType } = started?.workflowExecutionStartedEventAttributes ?? {};
  if (workflowType?.name !== fulfillment.workflow) throw new NotRunning('The id holds an idempotency key, no order');
  return { order: orderAsPlaced((await engine.decoded(input)) as PlacedOrder), journal: [] };
}
