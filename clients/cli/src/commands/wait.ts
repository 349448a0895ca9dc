import type { Call } from '../command.ts';
import type { Context } from '../context.ts';
import { milliseconds } from '../durations.ts';
import { endLine } from '../order-lines.ts';
import { statusFrom } from '../statuses.ts';

type Options = { for?: string; timeout?: string };

export async function run(
  { client, output, signal }: Context,
  { args: [id = ''], options }: Call<Options>,
): Promise<undefined> {
  const status = statusFrom(options.for ?? 'SHIPPED');
  const timeout = options.timeout === undefined ? {} : { timeout: milliseconds(options.timeout, '--timeout') };
  const order = await (await client()).orders.waitFor(id, status, { signal, ...timeout });
  output.one(order, (each) => [endLine(each)]);
}
