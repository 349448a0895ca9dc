import type { Plugin } from 'graphql-yoga';
import type { GatewayContext } from '../context.ts';
import { spenderOf } from '../ports/caller.ts';
import type { Allowance } from './limits/allowance.ts';
import { costLimit } from './limits/cost.ts';
import type { Limits } from './limits/limits.ts';

/** What a user may ask for in a while, whatever the transport. */
export function spending(limits: Limits, allowance: Allowance): Plugin<GatewayContext> {
  const refusal = costLimit(limits.cost, allowance);
  const check = (args: Parameters<typeof refusal>[0] & { contextValue?: unknown }) =>
    refusal(args, spenderOf((args.contextValue as GatewayContext).viewer));
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
