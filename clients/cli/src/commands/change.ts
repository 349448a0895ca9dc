import type { Run } from '../command/command.ts';
import { itemFrom } from '../input/placement.ts';
import { steps, wordFrom } from '../input/words.ts';
import { usage } from '../problems/problems.ts';
import { decideOne } from './verdicts.ts';

type Command = { commandId?: string };
type Address = { street?: string; city?: string; state?: string; zip?: string; country?: string };

const commandOf = ({ commandId }: Command) => (commandId ? { commandId } : {});
const stepFrom = (text: string) => wordFrom(text, steps, 'step');

/** Fields that are not given are kept. */
export const address: Run<Command & Address> = async (context, { args: [id = ''], options }) => {
  const { street, city, state, zip, country, ...command } = options;
  const changes = Object.entries({ street, city, state, zip, country }).filter(([, value]) => value !== undefined);
  if (changes.length === 0) throw usage('Give what changes: --street, --city, --state, --zip, --country');
  const { orders } = await context.client();
  return decideOne(context, orders.updateAddress(id, Object.fromEntries(changes), commandOf(command)));
};

export const addItem: Run<Command> = async (context, { args: [id = '', item = ''], options }) => {
  const { orders } = await context.client();
  return decideOne(context, orders.addItem(id, itemFrom(item), commandOf(options)));
};

export const retry: Run<Command> = async (context, { args: [id = '', step], options }) => {
  const { orders } = await context.client();
  return decideOne(context, orders.retryNow(id, { ...(step && { step: stepFrom(step) }), ...commandOf(options) }));
};

export const giveUp: Run<Command & { reason: string }> = async (context, { args: [id = '', step = ''], options }) => {
  const { orders } = await context.client();
  return decideOne(context, orders.giveUpStep(id, stepFrom(step), options.reason, commandOf(options)));
};

export const settle: Run<Command & { note: string }> = async (context, { args: [id = '', step = ''], options }) => {
  const { orders } = await context.client();
  return decideOne(context, orders.settleCompensation(id, stepFrom(step), options.note, commandOf(options)));
};
