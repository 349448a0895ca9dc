import type { Plugin } from 'graphql-yoga';
import { type Quota, quotaOwnerOf } from '../ports/quota.ts';
import type { GatewayContext } from './context.ts';
import { createCostCache, createCostLimit } from './limits/cost.ts';
import type { Limits } from './limits/limits.ts';

/** The points of the calls that begin a subscription to a feed; its results cause none. */
const callsToSubscribe = 30;

/** Charges operations to the quota of their user, on every transport. */
export function createCostCharging(limits: Limits, quota: Quota): Plugin<GatewayContext> {
  const costOf = createCostCache();
  const refusal = createCostLimit(limits.cost, quota, costOf);
  const chargeTo = (owner: string) => (cost: number) => quota.charge(owner, Math.min(cost, quota.burst));
  const check = (args: Parameters<typeof refusal>[0] & { contextValue?: unknown }) =>
    refusal(args, quotaOwnerOf((args.contextValue as GatewayContext).viewer));
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      const refused = check(args);
      if (refused) setResultAndStopExecution({ errors: [refused] });
    },
    onSubscribe: ({ args, setResultAndStopExecution }) => {
      const refused = check(args);
      const { price, delivery, viewer } = args.contextValue as GatewayContext;
      price.ofResult = Math.max(1, costOf(args) - callsToSubscribe);
      if (delivery) delivery.pace.charge ??= chargeTo(quotaOwnerOf(viewer));
      if (refused) setResultAndStopExecution({ errors: [refused] });
    },
  };
}
