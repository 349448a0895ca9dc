import type { OrderAnswer, OrderState, RunningWork } from '@waybill/contracts/domain';
import type { CallLimits } from '../engine/call-limits.ts';
import type { FollowedKind, WithProgress } from './state.ts';

/** The state of an order, with the journal entries that were not sent before. */
export type FollowedOrder = OrderAnswer & WithProgress<RunningWork>;

type WorkOf = (order: OrderState, limits: CallLimits) => Promise<RunningWork | null>;

export const followedOrder = (workOf: WorkOf): FollowedKind<OrderAnswer, RunningWork> => ({
  stateOf: ({ order }) => order,
  lastSeq,
  workOf: ({ order }, limits) => workOf(order, limits),
  isBeingWorkedOn,
});

/** The last journal entry of an answer: a long journal takes several. */
export const lastSeq = ({ order, journal }: OrderAnswer): number => journal.at(-1)?.seq ?? order.revision;

/** Whether the engine knows more about the order's running step than the workflow. */
export const isBeingWorkedOn = ({ order }: Pick<OrderAnswer, 'order'>): boolean =>
  order.compensations.some(({ status }) => status === 'RUNNING') ||
  order.steps.some(({ name, status }) => status === 'RUNNING' && name !== 'AWAIT_APPROVAL' && name !== 'RECEIVE');
