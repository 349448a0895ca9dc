import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import { entryLine, printStream } from '../output/entries.ts';
import { usage } from '../problems/problems.ts';

type Options = { after?: string };

/** Prints every entry once and in order, until the order is closed; those of several orders as they arrive. */
export async function run({ client, output, signal }: Context, { args, options }: Call<Options>): Promise<undefined> {
  const [id = '', ...others] = args;
  const { after } = options;
  const { orders } = await client();
  if (others.length === 0)
    return void (await printStream(output, orders.events(id, { signal, ...(after && { after }) }), entryLine));
  if (after) throw usage('--after takes the cursor of one order');
  if (output.format === 'json') throw usage('The entries of several orders are written line by line: use -o jsonl');
  await Promise.all(
    args.map(async (orderId) => {
      for await (const entry of orders.events(orderId, { signal }))
        output.event({ ...entry, orderId }, (each) => `${orderId}  ${entryLine(each)}`);
    }),
  );
}
