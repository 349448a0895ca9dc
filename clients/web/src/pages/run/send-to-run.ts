import type { RunDetailsFragment, Waybill } from '@waybill/client';
import { textsOf } from '../../components/form-texts.ts';
import type { Result } from '../../order/verdict.ts';

type Command = { id: string; action: string; form: FormData; commandId: string };

export type Answer = Result & { run?: RunDetailsFragment };

/** Sends the command of an action, with the input of its dialog. */
export async function sendToRun(client: Waybill, { id, action, form, commandId }: Command): Promise<Answer> {
  const text = textsOf(form);
  const [why, amount] = [text('text'), text('amount')];
  const options = { commandId, ...(why && { note: why }) };
  switch (action) {
    case 'REFUND':
      return client.runs.refund(id, why, { commandId, ...(amount && { amount }) });
    case 'CANCEL':
      return client.runs.cancel(id, why, { commandId });
    case 'PAUSE':
      return client.standingOrders.pause(id, options);
    case 'RESUME':
      return client.standingOrders.resume(id, options);
    case 'SKIP':
      return client.standingOrders.skip(id, options);
    case 'STOP':
      return client.standingOrders.stop(id, options);
    default:
      throw new Error(`This page does not know the action ${action}: reload it`);
  }
}
