import { services } from '../commands/operate.ts';
import { run as openUi } from '../commands/ui.ts';
import type { Context } from '../context.ts';
import { chaosRun } from './chaos-run.ts';
import { approveAfterwards, cancelAfterwards, placeAndWatch, rejectAfterwards } from './orders.ts';

type Options = { id?: string };

/** What one entry of the menu shows. */
export type Scene = {
  title: string;
  /** In the words of the API. */
  does: string;
  lookAt: string;
  /** The ids of its orders. */
  play: (context: Context, options: Options) => Promise<string[]>;
};

export const scenes: readonly Scene[] = [
  {
    title: 'Happy path',
    does: 'placeOrder, then orderChanged until it is SHIPPED.',
    lookAt: '`waybill history ID`: each step is an entry of the journal.',
    play: (context) => placeAndWatch(context, {}),
  },
  {
    title: 'Manual approval',
    does: 'placeOrder with requiresApproval; at AWAITING_APPROVAL approveOrder; then it ships.',
    lookAt: '`waybill describe ID`: the payment was authorized before the approval and captured after it.',
    play: approveAfterwards,
  },
  {
    title: 'Rejection',
    does: 'placeOrder with requiresApproval; at AWAITING_APPROVAL rejectOrder.',
    lookAt: 'REJECTED, with the reason, and the authorized payment released.',
    play: rejectAfterwards,
  },
  {
    title: 'Cancellation with rollback',
    does: 'placeOrder with plan RESERVE_FIRST and requiresApproval; at AWAITING_APPROVAL cancelOrder: what was done is compensated.',
    lookAt: 'the compensations below the steps, newest first: the reserved stock went back.',
    play: cancelAfterwards,
  },
  {
    title: 'Chaos run of ten orders',
    does: 'pinChaos gives each of ten orders a fate of its own, then placeOrder for each; no profile is changed.',
    lookAt: '`waybill audit`: whatever went wrong, the books balance.',
    play: chaosRun,
  },
  {
    title: 'An order id of your own',
    does: 'placeOrder with orderId, twice: the second time the same order is returned.',
    lookAt: 'both calls show the same order: the shop may repeat what it has sent.',
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
    does: 'services: each part of the system, and since when it is well.',
    lookAt: '`waybill logs` where one is not well.',
    play: async (context) => {
      if (context.output.isForPeople) await services(context);
      return [];
    },
  },
];
