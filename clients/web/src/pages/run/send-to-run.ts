import type { RunDetailsFragment, Waybill } from '@waybill/client';
import type { Result } from '../../order/verdict.ts';

/** What a dialog gathered. */
export type Given = { text?: string; amount?: string };

type Command = { id: string; action: string; given: Given; commandId: string };

export type Answer = Result & { run?: RunDetailsFragment };

/** Sends the command of an action. */
export async function sendToRun(client: Waybill, { id, action, given, commandId }: Command): Promise<Answer> {
  const { text = '', amount = '' } = given;
  const options = { commandId, ...(text && { note: text }) };
  switch (action) {
    case 'REFUND':
      return client.runs.refund(id, text, { commandId, ...(amount && { amount }) });
    case 'CANCEL':
      return client.runs.cancel(id, text, { commandId });
    case 'PAUSE':
      return client.standingOrders.pause(id, options);
    case 'RESUME':
      return client.standingOrders.resume(id, options);
    case 'SKIP':
      return client.standingOrders.skip(id, options);
    case 'STOP':
      return client.standingOrders.stop(id, options);
    default:
      throw new Error(`This page is older than the action ${action}: reload it`);
  }
}
