import { stepRules } from '../words/index.ts';
import type { Values } from './values.ts';

/** What settings that are right one by one must not say together: a line for each contradiction. */
export const contradictions = (given: Partial<Values>, named: ReadonlySet<string>): string[] => [
  ...(named.has('TEMPORAL_NAMESPACE') && !named.has('TEMPORAL_ADDRESS')
    ? ['TEMPORAL_NAMESPACE: must have TEMPORAL_ADDRESS beside it, which says whose namespace that is']
    : []),
  ...(isMore(given.WAYBILL_CHAOS_SLOW_FROM, given.WAYBILL_CHAOS_SLOW_TO)
    ? ['WAYBILL_CHAOS_SLOW_FROM: must be no longer than WAYBILL_CHAOS_SLOW_TO']
    : []),
  ...(isMore(given.WAYBILL_LABEL_HEARTBEAT, stepRules.CREATE_LABEL.patience.heartbeatMs / 2)
    ? ['WAYBILL_LABEL_HEARTBEAT: must be no longer than PT6S, half of what a label that says nothing is given']
    : []),
];

const isMore = (one: number | undefined, other: number | undefined) =>
  one !== undefined && other !== undefined && one > other;
