import type { Client } from '@temporalio/client';
import {
  type CommandName,
  type Commands,
  fulfillment,
  type OrderAnswer,
  type OrderState,
  type RunningWork,
  shipment,
  type Verdict,
} from '@waybill/contracts/domain';
import { createEngine } from './engine/engine.ts';
import { createWorkflowCalls } from './engine/workflow-calls.ts';
import { type FollowedOrder, followedOrder } from './following/order.ts';
import { createWorkReader } from './following/running-work.ts';
import type { OnFault } from './following/subscription.ts';
import { newOrderId } from './placing/order-id.ts';
import { createPlacement, type OrderToPlace, type Placement, type PlacementOptions } from './placing/placement.ts';
import { createRepairs, type EffectsToUndo, type Repair } from './placing/unknown-effects.ts';
import type { HistoryPage, HistoryQuery } from './reading/history-page.ts';
import { namedWork } from './reading/named-work.ts';
import { createPlacedOrderRead, orderStateQuery } from './reading/order-query.ts';
import { createWorkersRead, type Workers } from './reading/workers.ts';

/** Orders in the engine. Every call rejects with `EngineUnavailable` if the engine is unavailable. */
export interface Orders {
  /** Rejects with `StartConflict`. */
  place(order: OrderToPlace, under: PlacementOptions): Promise<Placement>;
  /** Signals the order's workflow; its verdict comes with a later state. Rejects with `NotRunning`. */
  command<Name extends CommandName>(orderId: string, name: Name, content: Commands[Name]): Promise<void>;
  /** The verdict on a command; null when the order has not received it. Rejects as `read` does. */
  verdict(orderId: string, commandId: string, withinMs?: number): Promise<Verdict | null>;
  /** Rejects with `NotRunning` when the order is closed or unknown, with `NotAnswering` when no worker answers in time. */
  read(orderId: string, afterSeq?: number, withinMs?: number): Promise<OrderAnswer>;
  /** The running activity of the order, from the engine. */
  running(order: OrderState, withinMs?: number): Promise<RunningWork | null>;
  /** The input it was placed with, whether its workflow is running or not; undefined when the engine has none. */
  placedAs(orderId: string, withinMs?: number): Promise<OrderState | undefined>;
  /** Whether a bug blocks its workflow. Rejects with `NotRunning`. */
  taskFailing(orderId: string, withinMs?: number): Promise<boolean>;
  /** Whether its workflow is running; false if the engine has none. */
  isRunning(orderId: string, withinMs?: number): Promise<boolean>;
  /** Ends when the workflow has ended, or the signal is aborted. Rejects with `NotRunning` when there is none. */
  follow(orderId: string, afterSeq: number, signal: AbortSignal, onFault?: OnFault): AsyncIterable<FollowedOrder>;
  /** A page of the events of its workflow; null when the engine has none. */
  history(orderId: string, query: HistoryQuery): Promise<HistoryPage | null>;
  /** Undoes the effects of an order or run that neither book nor engine knows. A repeated call returns its progress. */
  undoEffects(unknown: EffectsToUndo): Promise<Repair>;
  /** True when the engine responds for this namespace; a callback learns why it does not. */
  reachable(withinMs?: number, onFault?: (error: unknown) => void): Promise<boolean>;
  /** The workers that have recently polled for workflow tasks of orders and shipments, and those that get such tasks. */
  workers(withinMs?: number): Promise<Workers>;
}

/** Options that differ from the defaults. */
type OrdersOptions = { newId?: () => string; taskQueue?: string | undefined; shippingQueue?: string | undefined };

export function createOrders(
  client: Client,
  { newId = newOrderId, taskQueue = fulfillment.taskQueue, shippingQueue = shipment.taskQueue }: OrdersOptions = {},
): Orders {
  const engine = createEngine(client);
  const placed = createPlacedOrderRead(engine);
  const workOf = createWorkReader(engine);
  const { signal, ...calls } = createWorkflowCalls<OrderAnswer, OrderState, Verdict, RunningWork>(engine, {
    stateQuery: orderStateQuery(engine),
    verdictQuery: fulfillment.queries.verdict,
    workOf,
    followed: followedOrder(workOf),
    workNamed: namedWork,
  });
  return {
    ...calls,
    place: createPlacement(engine, { newId, taskQueue }),
    command: (orderId, name, content) => signal(orderId, fulfillment.signals[name], content),
    placedAs: (orderId, withinMs = 2_000) => placed(orderId, { withinMs }),
    undoEffects: createRepairs(engine, taskQueue),
    reachable: (withinMs = 1_000, onFault) =>
      engine.describeNamespace({ withinMs }).then(
        () => true,
        (error) => {
          onFault?.(error);
          return false;
        },
      ),
    workers: createWorkersRead(engine, { taskQueue, shippingQueue }),
  };
}
