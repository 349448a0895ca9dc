import type { Run } from '../command.ts';
import { decide } from '../verdicts.ts';

type Options = { note?: string; reason?: string; commandId?: string };

const by = 'by waybill';

export const approve: Run<Options> = async (context, { args, options }) => {
  const { orders } = await context.client();
  const { note, commandId } = options;
  return decide(context, args, (id) => orders.approve(id, { ...(note && { note }), ...(commandId && { commandId }) }));
};

export const reject: Run<Options> = async (context, { args, options }) => {
  const { orders } = await context.client();
  const { reason = by, commandId } = options;
  return decide(context, args, (id) => orders.reject(id, reason, commandId ? { commandId } : {}));
};

export const cancel: Run<Options> = async (context, { args, options }) => {
  const { orders } = await context.client();
  const { reason = by, commandId } = options;
  return decide(context, args, (id) => orders.cancel(id, reason, commandId ? { commandId } : {}));
};
