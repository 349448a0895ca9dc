import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { fulfillment, healthOf, type OrderAnswer, type OrderMemo, type OrderState } from '@waybill/contracts/words';
import { lastTold } from './answers.ts';
import { engineOn } from './engine.ts';
import { NotRunning } from './errors.ts';
import { isUnanswered } from './read.ts';
import { isTaskFailing } from './task.ts';
import { workOf } from './work.ts';

/** An order as the engine has it, with the digest of what was asked for, and whether an operator should look at it. */
export type EngineOrder = OrderAnswer & { fingerprint: string; isStuck: boolean };

const queryMs = 5_000;
const lookMs = 5_000;

/** The engine's view of all open orders, for comparing it with the order book. */
export function openOrdersOn(client: Client, now: () => Date = () => new Date()) {
  const work = workOf(engineOn(client));

  const isStuck = async (order: OrderState, taskFailing: boolean): Promise<boolean> => {
    if (order.closedAt !== null) return false;
    const running = await work(order, { withinMs: lookMs }).catch(nothingWhenNotRunning);
    return healthOf({ ...order, asOf: now().toISOString(), running, taskFailing }) === 'STUCK';
  };

  return {
    /** The ids of the orders that the engine has open. */
    async *ids(): AsyncIterable<string> {
      const query = `WorkflowType = '${fulfillment.workflow}' AND ExecutionStatus = 'Running'`;
      for await (const { memo } of client.workflow.list({ query })) {
        const orderId = (memo as Partial<OrderMemo> | undefined)?.orderId;
        if (orderId) yield orderId;
      }
    },

    /**
     * One order with its whole journal after `afterSeq`; undefined where the engine does not know it any more. Where no
     * worker can say, `failing` when that is for a bug in its workflow, else `unanswered`.
     */
    async read(orderId: string, afterSeq: number): Promise<EngineOrder | 'unanswered' | 'failing' | undefined> {
      const handle = client.workflow.getHandle(fulfillment.idFor(orderId));
      const known = await handle.describe().catch(undefinedWhenUnknown);
      if (!known) return undefined;
      const ask = (after: number) =>
        client.withDeadline(Date.now() + queryMs, () =>
          handle.query<OrderAnswer, [number]>(fulfillment.queries.order, after),
        );
      const taskFailing = isTaskFailing(known.raw);
      const answer = await wholeAnswer(ask, afterSeq).catch(unansweredWhenStuck);
      if (answer === 'unanswered') return taskFailing ? 'failing' : answer;
      return {
        ...answer,
        fingerprint: (known.memo as Partial<OrderMemo> | undefined)?.fingerprint ?? '',
        isStuck: await isStuck(answer.order, taskFailing),
      };
    },
  };
}

/** A long journal comes in several answers. */
async function wholeAnswer(ask: (after: number) => Promise<OrderAnswer>, afterSeq: number): Promise<OrderAnswer> {
  const answer = await ask(afterSeq);
  const told = lastTold(answer);
  if (told >= answer.order.revision) return answer;
  const rest = await wholeAnswer(ask, told);
  return { order: rest.order, journal: [...answer.journal, ...rest.journal] };
}

/** One order that cannot be asked keeps no other from being looked at. */
function unansweredWhenStuck(error: unknown): 'unanswered' {
  if (!isUnanswered(error)) throw error;
  return 'unanswered';
}

/** The workflow in which the work is done may have ended since, or not have begun. */
function nothingWhenNotRunning(error: unknown): null {
  if (!(error instanceof NotRunning)) throw error;
  return null;
}

function undefinedWhenUnknown(error: unknown): undefined {
  if (!(error instanceof WorkflowNotFoundError)) throw error;
}
