import { orThrow, type RunDetailsFragment } from '@waybill/client';
import type { Run } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { findOrder } from '../lookup/find-order.ts';
import { findRun } from '../lookup/find-run.ts';
import { orderLine } from '../output/order-lines.ts';
import { printRun } from '../output/run-lines.ts';
import { isRunId } from '../problems/other-kind.ts';

type Command = { commandId?: string; note?: string };
type Reasoned = { commandId?: string; reason: string };
type Client = Awaited<ReturnType<Context['client']>>;
type StandingOrderMethods = Client['standingOrders'];

const commandOf = ({ commandId }: { commandId?: string }) => (commandId ? { commandId } : {});

export const cancel: Run<Reasoned> = async (context, { args: [id = ''], options }) => {
  const client = await context.client();
  orThrow(await client.runs.cancel(id, options.reason, commandOf(options)));
  if (isRunId(id)) printRun(context.output, await findRun(client, id, context.signal));
  else context.output.one(await findOrder(client, id, context.signal), (order) => [orderLine(order)]);
  return undefined;
};

export const refund: Run<Reasoned & { amount?: string }> = async (context, { args: [id = ''], options }) => {
  const { runs } = await context.client();
  const { reason, amount, ...command } = options;
  const { run } = orThrow(await runs.refund(id, reason, { ...(amount && { amount }), ...commandOf(command) }));
  printRun(context.output, run as RunDetailsFragment);
  return undefined;
};

const standing =
  (name: 'pause' | 'resume' | 'skip' | 'stop'): Run<Command> =>
  async (context, { args: [id = ''], options }) => {
    const { standingOrders }: { standingOrders: StandingOrderMethods } = await context.client();
    const { note } = options;
    const { run } = orThrow(await standingOrders[name](id, { ...(note && { note }), ...commandOf(options) }));
    printRun(context.output, run as RunDetailsFragment);
    return undefined;
  };

export const pause = standing('pause');
export const resume = standing('resume');
export const skip = standing('skip');
export const stop = standing('stop');
