import { setTimeout as pause } from 'node:timers/promises';
import { orThrow, type Waybill } from '@waybill/client';
import type { Random } from '@waybill/random';
import { anOrder } from '../system.ts';

/** What a shop remembers of a placement; without an answer it does not know whether there is such an order. */
export type Placement = { id: string; kind: 'order' | 'waiting order' | 'payment'; answeredAt: Date | undefined };

export type Shop = ReturnType<typeof openShop>;

const clerks = 3;

/** A shop that places orders, some of which wait for a manager, and starts payments, until it is closed. */
export function openShop(client: Waybill, random: Random) {
  const placements: Placement[] = [];
  let isOpen = true;
  const work = async () => {
    while (isOpen) {
      const number = placements.length + 1;
      const kind = random.oneOf<Placement['kind']>(['order', 'order', 'order', 'waiting order', 'payment']);
      const id = kind === 'payment' ? `RUN-DRILL-${number}` : `DRILL-${number}`;
      const placement: Placement = { id, kind, answeredAt: undefined };
      placements.push(placement);
      await place(client, placement).then(
        () => {
          placement.answeredAt = new Date();
        },
        () => undefined, // what became of it the shop looks into when all is back
      );
      await pause(random.between(100, 500));
    }
  };
  const working = Array.from({ length: clerks }, work);
  return {
    placements,
    async close(): Promise<void> {
      isOpen = false;
      await Promise.all(working);
    },
  };
}

/** The same content under the same id, whenever it is asked. */
export async function place({ orders, runs }: Waybill, { id, kind }: Placement): Promise<void> {
  const within = { timeout: 10_000 };
  const waiting = kind === 'waiting order' ? { requiresApproval: true, approvalTimeout: 'PT2H' } : {};
  if (kind !== 'payment') orThrow(await orders.place({ ...anOrder, ...waiting, orderId: id }, within));
  else
    orThrow(
      await runs.startPayment({ runId: id, orderId: `SHOP-${id}`, customerId: 'CUST-1', amount: '12.50' }, within),
    );
}

/** Whether order book or engine know of it. */
export const isKnown = async ({ orders, runs }: Waybill, { id, kind }: Placement): Promise<boolean> =>
  (kind === 'payment' ? await runs.get(id) : await orders.get(id)) !== undefined;

/** Resolves when it has come as far as it gets by itself. */
export async function settled({ orders, runs }: Waybill, { id, kind }: Placement): Promise<void> {
  if (kind === 'order') await orders.waitFor(id, 'SHIPPED');
  if (kind === 'waiting order') await orders.waitFor(id, 'AWAITING_APPROVAL');
  if (kind === 'payment') await runs.waitFor(id, 'COMPLETED');
}
