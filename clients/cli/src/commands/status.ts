import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { findOrder } from '../lookup/find-order.ts';
import { orderLine } from '../output/order-lines.ts';

export async function run({ client, output, signal }: Context, { args: [id = ''] }: Call<object>): Promise<undefined> {
  const order = await findOrder(await client(), id, signal);
  const { status, progress, currentStep, health, failure, availableActions, revision, closedAt } = order;
  const shown = { id: order.id, status, progress, currentStep, health, failure, availableActions, revision, closedAt };
  output.one(shown, (each) => [orderLine(each), ...(failure ? [`  ${failure.code}: ${failure.message}`] : [])]);
}
