import { orThrow } from '@waybill/client';
import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { type PlaceOptions, placementFrom } from '../input/placement.ts';
import { placedLine } from '../output/order-lines.ts';
import type { ExitCode } from '../problems/exit-codes.ts';

type Options = PlaceOptions & { key?: string; watch?: boolean };

export async function run(context: Context, { args, options }: Call<Options>): Promise<ExitCode | undefined> {
  const { output, signal } = context;
  const client = await context.client();
  const input = await placementFrom(context, args, options);
  const idempotencyKey = options.key ?? crypto.randomUUID();
  const { order } = orThrow(await client.orders.place(input, { idempotencyKey, signal }));
  if (options.watch) {
    output.say(placedLine(order));
    const { watchOrders } = await import('./watch.ts');
    return watchOrders(context, [order.id], {});
  }
  output.one(order, (each) => [placedLine(each)]);
}
