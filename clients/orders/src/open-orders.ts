import type { Client } from '@temporalio/client';
import {
  fulfillment,
  healthOf,
  type OrderAnswer,
  type OrderState,
  orderAsPlaced,
  type PlacedOrder,
} from '@waybill/contracts/domain';
import { createSkipBackOff } from './back-off.ts';
import { createEngine, type Description, type Engine } from './engine.ts';
import { asOwnError, unlessEnded } from './engine-faults.ts';
import { lastSeq } from './followed-order.ts';
import { createLostOrders, type RecoveryQueues } from './lost-orders.ts';
import { createWorkReader } from './running-work.ts';
import { hasCompletedTask, isUnanswered } from './state-query.ts';
import { isTaskFailing } from './workflow-task.ts';

/**
 * An order as the engine has it, with the digest of what was asked for, and whether an operator should look at it;
 * `hasEnded`: its workflow has, be the order closed or not.
 */
export type EngineOrder = OrderAnswer & { fingerprint: string; isStuck: boolean; hasEnded: boolean };

/** The ids of open orders, and the token of the next page; empty after the last. */
export type OpenPage = { orderIds: string[]; ended: string[]; next: string };

const queryMs = 5_000;
const lookMs = 5_000;
const pageSize = 100;

/** WORKFLOW_EXECUTION_STATUS_RUNNING. */
const runningStatus = 1;

/** The engine's view of all open orders, for comparing it with the order book. */
export function createExecutions(client: Client, queues: RecoveryQueues = {}, now: () => Date = () => new Date()) {
  const engine = createEngine(client);
  const isStuck = createStuckCheck(engine, now);

  return {
    ...createLostOrders(client, queues),
    ...createSkipBackOff(client),

    /** A page of the orders that the engine has open, and of those that were ended from outside. */
    page: (after: string): Promise<OpenPage> => openPage(client, engine, after),

    /**
     * One order with its whole journal after `afterSeq`; undefined where the engine does not know it any more, or can say
     * nothing of a workflow that has ended. Where no worker can say, `failing` when that is for a bug in its workflow, else
     * `unanswered`. A workflow that has ended is replayed to be asked.
     */
    async read(orderId: string, afterSeq: number): Promise<EngineOrder | 'unanswered' | 'failing' | undefined> {
      const known = await engine
        .describe(fulfillment.idFor(orderId), { withinMs: lookMs })
        .catch(asOwnError)
        .catch(unlessEnded);
      if (!known) return undefined;
      const hasEnded = known.workflowExecutionInfo?.status !== runningStatus;
      const taskFailing = isTaskFailing(known);
      const answer = await answerOf(client, engine, orderId, afterSeq);
      if (answer === 'unanswered' && hasEnded) return asReceived(engine, orderId);
      if (answer === 'unanswered') return taskFailing ? 'failing' : answer;
      return {
        ...answer,
        hasEnded,
        fingerprint: await fingerprintIn(engine, known),
        isStuck: !hasEnded && (await isStuck(answer.order, taskFailing)),
      };
    },
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

function createStuckCheck(engine: Engine, now: () => Date) {
  const work = createWorkReader(engine);
  return async (order: OrderState, taskFailing: boolean): Promise<boolean> => {
    if (order.closedAt !== null) return false;
    const running = (await work(order, { withinMs: lookMs }).catch(unlessEnded)) ?? null;
    return healthOf({ ...order, asOf: now().toISOString(), running, taskFailing }) === 'STUCK';
  };
}

async function fingerprintIn(engine: Engine, { workflowExecutionInfo }: Description): Promise<string> {
  const { fingerprint } = workflowExecutionInfo?.memo?.fields ?? {};
  return fingerprint ? String(await engine.decoded({ payloads: [fingerprint] })) : '';
}

/** What can be known of an order whose workflow was ended before a worker had looked at it. */
async function asReceived(engine: Engine, orderId: string): Promise<EngineOrder | undefined> {
  const page = { token: new Uint8Array(), wait: false };
  const { history } = await engine.history(fulfillment.idFor(orderId), page, { withinMs: lookMs }).catch(asOwnError);
  const events = history?.events ?? [];
  if (hasCompletedTask(events)) return undefined;
  const { input } = events[0]?.workflowExecutionStartedEventAttributes ?? {};
  const placed = (await engine.decoded(input)) as PlacedOrder;
  const { placedAt: at, placedBy: actor, plan, total, fingerprint } = placed;
  const received = { seq: 1, type: 'ORDER_RECEIVED', at, actor, step: null, detail: { plan, total } } as const;
  const order = { ...orderAsPlaced(placed), revision: received.seq };
  return { order, journal: [received], fingerprint, isStuck: false, hasEnded: true };
}

function answerOf(client: Client, engine: Engine, orderId: string, afterSeq: number) {
  const handle = client.workflow.getHandle(fulfillment.idFor(orderId));
  const ask = (after: number) =>
    engine.limited({ withinMs: queryMs }, () => handle.query<OrderAnswer, [number]>(fulfillment.queries.order, after));
  return wholeAnswer(ask, afterSeq).catch(unansweredWhenStuck);
}

/** A long journal comes in several replies. */
async function wholeAnswer(ask: (after: number) => Promise<OrderAnswer>, afterSeq: number): Promise<OrderAnswer> {
  const answer = await ask(afterSeq);
  const told = lastSeq(answer);
  if (told >= answer.order.revision) return answer;
  const rest = await wholeAnswer(ask, told);
  return { order: rest.order, journal: [...answer.journal, ...rest.journal] };
}

/** An order that cannot be queried does not stop the check of the others. */
function unansweredWhenStuck(error: unknown): 'unanswered' {
  if (!isUnanswered(error)) throw error;
  return 'unanswered';
}
