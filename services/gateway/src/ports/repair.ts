import type { AuditedOrders } from '@waybill/contracts';
import { runIdShape, unknownDifferences } from '@waybill/contracts/domain';
import type { RepairPage, RepairRequest, UnknownEffects } from '@waybill/graphql';
import type { Orders } from '@waybill/orders-client';
import type { ProvidersClient } from '@waybill/providers-client';
import type { Book, RunBook } from '../live/order-book.ts';

export type RepairParts = {
  providers: Pick<ProvidersClient, 'audit'>;
  book: Pick<Book, 'byIds'> & { runs: Pick<RunBook, 'byIds'> };
  orders: Pick<Orders, 'undoEffects'>;
  shippingQueue?: string | undefined;
};

type Kept = AuditedOrders['orders'][number];

type Call = { correlationId: string; deadlineMs?: number };

const pageSize = 100;

/**
 * Goes through the effects at the providers, a page of orders at a time, and undoes those of orders that neither the
 * order book nor the engine knows. The providers are read first: an order is in the book before it has effects.
 */
export function createRepair({ providers, book, orders, shippingQueue }: RepairParts) {
  const unknownAmong = async (kept: readonly Kept[], call: Call): Promise<Kept[]> => {
    const ids = kept.map(({ orderId }) => orderId);
    const [runIds, orderIds] = [ids.filter((id) => runIdShape.test(id)), ids.filter((id) => !runIdShape.test(id))];
    const [knownOrders, knownRuns] = await Promise.all([
      orderIds.length > 0 ? book.byIds(orderIds, call) : [],
      runIds.length > 0 ? book.runs.byIds(runIds, call) : [],
    ]);
    const known = new Set([...knownOrders.map(({ order }) => order.orderId), ...knownRuns.map(({ run }) => run.runId)]);
    return kept.filter(({ orderId }) => !known.has(orderId));
  };

  const undo = async ({ orderId, effects, ...kept }: Kept, actor: string): Promise<UnknownEffects[]> => {
    const differences = unknownDifferences({ effects, ...kept });
    const status = await orders.undoEffects({ orderId, actor, differences, shippingQueue });
    return status === 'KNOWN' ? [] : [{ orderId, status, effects }];
  };

  return async ({ after, actor }: RepairRequest, call: Call): Promise<RepairPage> => {
    const { orders: page } = await providers.audit.orders({ after, first: pageSize }, call);
    const kept = page.filter((each) => unknownDifferences(each).length > 0);
    const unknown = await unknownAmong(kept, call);
    const found = await Promise.all(unknown.map((each) => undo(each, actor)));
    const last = page.at(-1);
    return {
      effects: found.flat(),
      compared: page.length,
      next: page.length === pageSize && last ? last.orderId : null,
    };
  };
}
