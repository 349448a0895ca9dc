import type { Call } from '../command/command.ts';
import type { Context } from '../command/context.ts';
import type { ExitCode } from '../problems/exit-codes.ts';
import { usage } from '../problems/problems.ts';
import { run as place } from './place.ts';
import { greet, userContext } from './runs.ts';

type Options = { sku?: string[] };
type Started = Promise<ExitCode | undefined>;

/** Starts a workflow as other order systems do: by arguments, or by their environment variables. */
export const run = async (context: Context, call: Call<Options>): Started => {
  const { WORKFLOW_TYPE = 'order', USER_ID: user } = context.env;
  const watch = isFalse(context.env.ASYNC, 'ASYNC');
  if (/^order/i.test(WORKFLOW_TYPE)) return placeOrder(context, call, watch);
  if (/^greet/i.test(WORKFLOW_TYPE)) return greet(context, { args: [user ?? 'World'], options: { watch } });
  if (/^user.?context$/i.test(WORKFLOW_TYPE))
    return userContext(context, { args: [], options: { watch, ...(user && { user }) } });
  throw usage(`WORKFLOW_TYPE: there is no "${WORKFLOW_TYPE}"; choose one of order, greet, user-context`);
};

/** Places an order that a manager must approve, or that is approved automatically after a short time. */
function placeOrder(context: Context, { args, options }: Call<Options>, watch: boolean): Started {
  const { ORDER_ID, AUTO_APPROVE } = context.env;
  const [id = ORDER_ID, payment] = args;
  const { sku = ['ITEM-001:1'] } = options;
  return place(context, {
    args: [id, payment].filter((arg) => arg !== undefined),
    options: { sku, watch, approval: true, ...(isTrue(AUTO_APPROVE, 'AUTO_APPROVE') && { autoApproveAfter: 'PT2S' }) },
  });
}

const isTrue = (text: string | undefined, name: string) => truth(text, name) === true;
const isFalse = (text: string | undefined, name: string) => truth(text, name) === false;

function truth(text: string | undefined, name: string): boolean | undefined {
  if (!text) return undefined;
  if (/^(true|1|yes|on)$/i.test(text)) return true;
  if (/^(false|0|no|off)$/i.test(text)) return false;
  throw usage(`${name}: "${text}" is neither true nor false`);
}
