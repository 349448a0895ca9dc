import { type Waybill, willAskForApproval } from '@waybill/client';
import type { Run } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { decide, type Verdict } from './verdicts.ts';

type Options = { note?: string; reason?: string; commandId?: string };

const noReason = 'No reason was given';
/** How long a decision waits for an order that was just placed. */
const waitMs = 5_000;

export const approve: Run<Options> = async (context, { args, options }) => {
  const client = await context.client();
  const { note, commandId } = options;
  const content = { ...(note && { note }), ...(commandId && { commandId }) };
  return decide(
    context,
    args,
    onceAsked(context, client, (id) => client.orders.approve(id, content)),
  );
};

export const reject: Run<Options> = async (context, { args, options }) => {
  const client = await context.client();
  const { reason = noReason, commandId } = options;
  const content = commandId ? { commandId } : {};
  return decide(
    context,
    args,
    onceAsked(context, client, (id) => client.orders.reject(id, reason, content)),
  );
};

export const cancel: Run<Options> = async (context, { args, options }) => {
  const { orders } = await context.client();
  const { reason = noReason, commandId } = options;
  return decide(context, args, (id) => orders.cancel(id, reason, commandId ? { commandId } : {}));
};

/** A decision that is sent right after the order was placed waits until the order asks for one. */
const onceAsked =
  ({ signal }: Context, { orders }: Waybill, send: (id: string) => Promise<Verdict>) =>
  async (id: string): Promise<Verdict> => {
    const order = await orders.get(id, { signal });
    if (order && willAskForApproval(order)) await untilAsked(orders, id, signal);
    return send(id);
  };

async function untilAsked(orders: Waybill['orders'], id: string, signal: AbortSignal): Promise<void> {
  const late = AbortSignal.timeout(waitMs);
  try {
    for await (const order of orders.watch(id, { signal: AbortSignal.any([signal, late]) }))
      if (!willAskForApproval(order)) return;
  } catch (error) {
    if (!late.aborted) throw error;
  }
}
