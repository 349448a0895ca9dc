import type { Client } from '@temporalio/client';
import {
  attentionIn,
  fulfillment,
  type OrderAnswer,
  type OrderState,
  orderAsPlaced,
  type PlacedOrder,
} from '@waybill/contracts/domain';
import { runningStatus } from '../engine/description.ts';
import { createEngine, type Engine, type HistoryEvent } from '../engine/engine.ts';
import { unlessEnded } from '../engine/engine-faults.ts';
import { lastSeq } from '../following/order.ts';
import { createWorkReader } from '../following/running-work.ts';
import { createSkipBackOff } from '../following/skip-back-off.ts';
import { type IdPage, pageOfEnded } from './ended-executions.ts';
import { createExecutionReader, type Execution, lookMs } from './execution-reader.ts';
import { createLostOrders, type RecoveryQueues } from './lost-orders.ts';

/** An order as the engine has it. */
export type EngineOrder = Execution<OrderAnswer>;

/** The ids of open orders, and the token of the next page; empty after the last. */
export type OpenPage = { orderIds: string[]; ended: string[]; next: string };

const pageSize = 100;

/** The engine's view of all open orders, for comparing it with the order book. */
export function createExecutions(client: Client, queues: RecoveryQueues = {}, now: () => Date = () => new Date()) {
  const engine = createEngine(client);
  const attentionOf = createAttentionReader(engine, now);

  return {
    ...createLostOrders(client, queues),
    ...createSkipBackOff(client),

    /** A page of the orders that are open in the engine, and of those that were ended from outside. */
    page: (after: string): Promise<OpenPage> => openPage(client, engine, after),

    /** A page of the orders whose workflow has ended by itself, `since` a time, or of all that the engine still has. */
    ended: (page: { after: string; since: string | null }): Promise<IdPage> =>
      pageOfEnded(
        client,
        engine,
        { types: [fulfillment.workflow], idPrefix: fulfillment.idFor(''), isOpenToo: false },
        page,
      ),

    read: createExecutionReader<OrderAnswer>(client, engine, {
      workflowIdOf: fulfillment.idFor,
      query: fulfillment.queries.order,
      revisionOf: ({ order }) => order.revision,
      lastSeq,
      attentionIn: ({ order }, taskFailing) => attentionOf(order, taskFailing),
      asReceived: (events) => asReceived(engine, events),
    }),
  };
}

/** The engine's view of orders, and operations on those that are lost. */
export type Executions = ReturnType<typeof createExecutions>;

async function openPage(client: Client, engine: Engine, after: string): Promise<OpenPage> {
  const { namespace } = client.options;
  const query = `WorkflowType = '${fulfillment.workflow}' AND ExecutionStatus IN ('Running', 'Terminated', 'TimedOut')`;
  const page = { namespace, query, pageSize, nextPageToken: Buffer.from(after, 'base64') };
  const { executions, nextPageToken } = await engine.limited({ withinMs: lookMs }, () =>
    client.workflowService.listWorkflowExecutions(page),
  );
  const found = (executions ?? []).map(({ execution, status }) => ({
    orderId: (execution?.workflowId ?? '').replace(/^order-/, ''),
    hasEnded: status !== runningStatus,
  }));
  const orderIds = found.map(({ orderId }) => orderId);
  const ended = found.filter(({ hasEnded }) => hasEnded).map(({ orderId }) => orderId);
  return { orderIds, ended, next: Buffer.from(nextPageToken ?? []).toString('base64') };
}

function createAttentionReader(engine: Engine, now: () => Date) {
  const work = createWorkReader(engine);
  return async (order: OrderState, taskFailing: boolean) => {
    if (order.closedAt !== null) return null;
    const running = (await work(order, { withinMs: lookMs }).catch(unlessEnded)) ?? null;
    return attentionIn({ ...order, asOf: now().toISOString(), running, taskFailing });
  };
}

/** The state of an order whose workflow was ended before a worker had processed it. */
async function asReceived(engine: Engine, [first]: readonly HistoryEvent[]): Promise<EngineOrder | undefined> {
  const { input, workflowId } = first?.workflowExecutionStartedEventAttributes ?? {};
  const placed = (await engine.decoded(input, workflowId)) as PlacedOrder;
  const { placedAt: at, placedBy: actor, plan, total, fingerprint } = placed;
  const received = { seq: 1, type: 'ORDER_RECEIVED', at, actor, step: null, detail: { plan, total } } as const;
  const order = { ...orderAsPlaced(placed), revision: received.seq };
  return { order, journal: [received], fingerprint, attention: null, hasEnded: true };
}
