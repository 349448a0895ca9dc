import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';
import { allowanceOf } from '../limits/allowance.ts';
import { costLimit } from '../limits/cost.ts';
import type { Limits } from '../limits/limits.ts';

/** What a user may ask for in a while, whatever the transport. */
export function spending(limits: Limits, now: () => Date): Plugin<GatewayContext> {
  const refusal = costLimit(limits.cost, allowanceOf(limits.costPerSecond, now));
  const check = (args: Parameters<typeof refusal>[0] & { contextValue?: unknown }) =>
    refusal(args, (args.contextValue as GatewayContext).viewer?.id ?? 'nobody');
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      const refused = check(args);
      if (refused) setResultAndStopExecution({ errors: [refused] });
    },
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      const refused = check(args);
      if (refused) setResultAndStopExecution({ errors: [refused] });
    },
  };
}
