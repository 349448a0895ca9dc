import { orThrow, Unreached, type Waybill } from '@waybill/client';
import type { Random } from '@waybill/random';
import { anOrder } from '../system.ts';

/** What a shop remembers of a placement; without an answer it does not know whether there is such an order. */
export type Placement = { id: string; kind: 'order' | 'waiting order' | 'payment'; answeredAt: Date | undefined };

export type Shop = ReturnType<typeof openShop>;

const clerks = 6;

/**
 * A shop that places orders, some of which wait for a manager, and starts payments, until it is closed. Each clerk sees one
 * through before the next: a slow machine has less to do, and no more to catch up with.
 */
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
      await seenThrough(client, placement).catch(() => undefined); // what became of it the shop looks into when all is back
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

async function seenThrough(client: Waybill, placement: Placement): Promise<void> {
  await place(client, placement);
  placement.answeredAt = new Date();
  await settled(client, placement);
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

const ends = { order: 'SHIPPED', 'waiting order': 'AWAITING_APPROVAL' } as const;

/** Resolves when it has come as far as it gets by itself. */
export async function settled({ orders, runs }: Waybill, { id, kind }: Placement): Promise<void> {
  const waiting = kind === 'payment' ? runs.waitFor(id, 'COMPLETED') : orders.waitFor(id, ends[kind]);
  await waiting.catch((error: unknown) => {
    throw error instanceof Unreached ? new Error(`${error.message}: ${JSON.stringify(error.last)}`) : error;
  });
}
