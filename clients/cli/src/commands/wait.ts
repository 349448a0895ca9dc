import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { timeLimit } from '../input/durations.ts';
import { statusFrom } from '../input/statuses.ts';
import { endLine } from '../output/order-lines.ts';

type Options = { for?: string; until?: string; status?: string; timeout?: string };

export async function run(
  { client, output, signal }: Context,
  { args: [id = ''], options }: Call<Options>,
): Promise<undefined> {
  const status = statusFrom(options.for ?? options.until ?? options.status ?? 'SHIPPED');
  const timeout = options.timeout === undefined ? {} : { timeout: timeLimit(options.timeout, '--timeout') };
  const order = await (await client()).orders.waitFor(id, status, { signal, ...timeout });
  output.one(order, (each) => [endLine(each)]);
}
