import type { Context } from '../command/context.ts';
import { services } from '../commands/operate.ts';
import { run as openUi } from '../commands/ui.ts';
import { chaosRun } from './chaos-run.ts';
import { approveAfterwards, cancelAfterwards, placeAndWatch, rejectAfterwards } from './orders.ts';

type Options = { id?: string };

/** One entry of the menu. */
export type Scene = {
  title: string;
  /** What is called, in the terms of the API. */
  does: string;
  lookAt: string;
  /** Returns the ids of its orders. */
  play: (context: Context, options: Options) => Promise<string[]>;
};

export const scenes: readonly Scene[] = [
  {
    title: 'Happy path',
    does: 'placeOrder, then orderChanged until the status is SHIPPED.',
    lookAt: '`waybill history ID`: each step is an entry in the journal.',
    play: (context) => placeAndWatch(context, {}),
  },
  {
    title: 'Manual approval',
    does: 'placeOrder with requiresApproval; at AWAITING_APPROVAL approveOrder; then it is shipped.',
    lookAt: '`waybill describe ID`: the payment was authorized before the approval and captured after it.',
    play: approveAfterwards,
  },
  {
    title: 'Rejection',
    does: 'placeOrder with requiresApproval; at AWAITING_APPROVAL rejectOrder.',
    lookAt: '`waybill describe ID`: status REJECTED with the reason; the authorized payment is voided.',
    play: rejectAfterwards,
  },
  {
    title: 'Cancellation with rollback',
    does: 'placeOrder with plan RESERVE_FIRST and requiresApproval; at AWAITING_APPROVAL cancelOrder: completed steps are compensated.',
    lookAt: 'the compensations below the steps, newest first: the reserved stock is released.',
    play: cancelAfterwards,
  },
  {
    title: 'Chaos run of ten orders',
    does: 'pinChaos sets the outcomes for each of ten orders, then placeOrder for each; no profile is changed.',
    lookAt: '`waybill audit`: despite the failures, the books balance.',
    play: chaosRun,
  },
  {
    title: 'Your own order id',
    does: 'placeOrder twice with the same orderId: the second call returns the same order.',
    lookAt: 'both calls return the same order: a shop can safely repeat a request.',
    play: async (context, { id }) => placeAndWatch(context, { orderId: id ?? `DEMO-${Date.now()}` }, 2),
  },
  {
    title: "Temporal's UI",
    does: "Opens Temporal's UI, which shows the workflow of every order.",
    lookAt: 'the workflows named order-<orderId> and their histories.',
    play: async (context) => {
      if (context.output.isForPeople) await openUi(context, { args: [], options: {} });
      return [];
    },
  },
  {
    title: 'Service status',
    does: 'services: each part of the system, and since when the gateway sees it so.',
    lookAt: '`waybill logs` if one is unhealthy.',
    play: async (context) => {
      if (context.output.isForPeople) await services(context);
      return [];
    },
  },
];
