import { EventEmitter, on } from 'node:events';
import { type OrderState, orderAsPlaced } from '@waybill/contracts/domain';
import type { GatewayOptions } from '@waybill/gateway';
import { anOrder } from '../../clients/orders/testing/order.ts';

type Orders = GatewayOptions['orders'];

/** Orders that change on command: no engine takes part in the measurement. */
export function fakeOrders(): { orders: Orders; change: (id: string) => void } {
  const states = new Map<string, OrderState>();
  const news = new EventEmitter().setMaxListeners(0);
  const stateOf = (id: string): OrderState => {
    const state = states.get(id) ?? running(id);
    states.set(id, state);
    return state;
  };
  const orders: Orders = {
    place: unasked,
    command: unasked,
    undoEffects: unasked,
    read: async (id) => ({ order: stateOf(id), journal: [], hasMore: false }) as never,
    verdict: async () => null,
    running: async () => null,
    placedAs: async () => undefined,
    taskFailing: async () => false,
    isRunning: async () => false,
    reachable: async () => true,
    workers: async () => ({ orders: { pollers: [], routes: [] }, shipments: { pollers: [], routes: [] } }),
    history: async () => null,
    async *follow(id, _afterSeq, signal) {
      yield { order: stateOf(id), journal: [], running: null, taskFailing: false } as never;
      try {
        for await (const _ of on(news, id, { signal }))
          yield { order: stateOf(id), journal: [], running: null, taskFailing: false } as never;
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  };
  return {
    orders,
    change: (id) => {
      const { revision, ...state } = stateOf(id);
      states.set(id, { ...state, revision: revision + 1, updatedAt: new Date().toISOString() });
      news.emit(id);
    },
  };
}

const unasked = () => Promise.reject(new Error('Nothing here asks the engine for this'));

/** Five items, and halfway through its steps. */
function running(orderId: string): OrderState {
  const [item] = anOrder().items;
  const items = item ? ['TEA', 'CUP', 'POT', 'TIN', 'JAR'].map((sku) => ({ ...item, sku })) : [];
  const placed = { ...anOrder({ items, requiresApproval: false }), orderId, fingerprint: '' };
  return { ...orderAsPlaced(placed), status: 'PROCESSING', progress: 50, revision: 1 };
}
