import type { Waybill } from '@waybill/client';
import { type Result, type Verdict, verdictOf } from '../../../order/verdict.ts';

export const bulkActions = ['APPROVE', 'REJECT', 'CANCEL'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** `label`: of the button, with dots where it opens a dialog; `verb`: of the dialog. */
type BulkWords = { label: string; verb: string; done: string };

export const bulkWords: Readonly<Record<BulkAction, BulkWords>> = {
  APPROVE: { label: 'Approve', verb: 'Approve', done: 'Approved' },
  REJECT: { label: 'Reject…', verb: 'Reject', done: 'Rejected' },
  CANCEL: { label: 'Cancel orders…', verb: 'Cancel', done: 'Cancelled' },
};

type Decision = { ids: readonly string[]; action: BulkAction; reason: string; clock: (iso: string) => string };

const atATime = 4;

/** Sends a command for each order, a few at a time; a refusal of one does not affect the others. */
export async function decideAll(client: Waybill, decision: Decision, tell: (id: string, verdict: Verdict) => void) {
  const waiting = [...decision.ids];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      tell(id, await decideOne(client, id, decision));
  };
  await Promise.all(Array.from({ length: atATime }, work));
}

async function decideOne(client: Waybill, id: string, decision: Decision): Promise<Verdict> {
  try {
    return verdictOf(await command(client, id, decision), bulkWords[decision.action].done, decision.clock);
  } catch (error) {
    return { accepted: false, text: error instanceof Error ? error.message : String(error) };
  }
}

function command({ orders }: Waybill, id: string, { action, reason }: Decision): Promise<Result> {
  switch (action) {
    case 'APPROVE':
      return orders.approve(id);
    case 'REJECT':
      return orders.reject(id, reason);
    case 'CANCEL':
      return orders.cancel(id, reason);
  }
}
