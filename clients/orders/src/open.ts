import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { fulfillment, type JournalEntry, type OrderAnswer, type OrderMemo } from '@waybill/contracts/words';
import { lastTold } from './answers.ts';

/** An order as the engine has it, with the digest of what was asked for. */
export type EngineOrder = OrderAnswer & { fingerprint: string };

/** The engine's view of all open orders, for comparing it with the order book. */
export function openOrdersOn(client: Client) {
  return {
    /** The ids of the orders that the engine has open. */
    async *ids(): AsyncIterable<string> {
      const query = `WorkflowType = '${fulfillment.workflow}' AND ExecutionStatus = 'Running'`;
      for await (const { memo } of client.workflow.list({ query })) {
        const orderId = (memo as Partial<OrderMemo> | undefined)?.orderId;
        if (orderId) yield orderId;
      }
    },

    /** One order with its journal after `afterSeq`; undefined where the engine does not know it any more. */
    async read(orderId: string, afterSeq: number): Promise<EngineOrder | undefined> {
      const handle = client.workflow.getHandle(fulfillment.idFor(orderId));
      const known = await handle.describe().catch(undefinedWhenUnknown);
      if (!known) return undefined;
      const ask = (after: number) => handle.query<OrderAnswer, [number]>(fulfillment.queries.order, after);
      const journal: JournalEntry[] = [];
      let answer = await ask(afterSeq);
      while (answer.journal.length > 0) {
        journal.push(...answer.journal);
        if (lastTold(answer) === answer.order.revision) break;
        answer = await ask(lastTold(answer));
      }
      return {
        order: answer.order,
        journal,
        fingerprint: (known.memo as Partial<OrderMemo> | undefined)?.fingerprint ?? '',
      };
    },
  };
}

function undefinedWhenUnknown(error: unknown): undefined {
  if (!(error instanceof WorkflowNotFoundError)) throw error;
}
