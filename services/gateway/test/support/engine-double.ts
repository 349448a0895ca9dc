import { EventEmitter, on } from 'node:events';
import type { CommandEnvelope, OrderState } from '@waybill/contracts/domain';
import type { GatewayOptions } from '@waybill/gateway';
import { NotRunning } from '@waybill/orders-client';
import { anOrder } from '@waybill/orders-client/testing';

type Orders = GatewayOptions['orders'];
/** Notes a call. */
export type Called = (name: string) => void;

/** A double of the engine: its orders are those that a test puts into `running`. */
export function createEngineDouble(called: Called) {
  const heard: Pick<CommandEnvelope, 'commandId' | 'fingerprint'>[] = [];
  const running = new Map<string, OrderState>();
  const news = new EventEmitter().setMaxListeners(0);
  const stateOf = (id: string): OrderState => {
    const state = running.get(id);
    if (!state) throw new NotRunning(`There is no workflow for ${id}`);
    return state;
  };
  const orders: Orders = {
    ...createReads(called, stateOf),
    ...createFollow(called, stateOf, news),
    place: async () => {
      called('engine.place');
      return { orderId: 'ORD-NEW', placed: { ...anOrder(), orderId: 'ORD-NEW', fingerprint: '' } };
    },
    command: async (_id, _name, { commandId, fingerprint }) => {
      called('engine.command');
      heard.push({ commandId, fingerprint });
    },
  };
  return {
    orders,
    /** The commands that it received. */
    heard,
    running,
    /** Notifies of a change of the order. */
    happen: (id: string) => {
      const { revision, ...state } = stateOf(id);
      running.set(id, { ...state, revision: revision + 1 });
      news.emit(id);
    },
  };
}

type StateOf = (id: string) => OrderState;

const createReads = (called: Called, stateOf: StateOf) =>
  ({
    read: async (id) => {
      called('engine.read');
      return { order: stateOf(id), journal: [] };
    },
    running: async () => {
      called('engine.running');
      return null;
    },
    verdict: async () => null,
    undoEffects: async () => 'UNDOING',
    placedAs: async () => undefined,
    history: async () => null,
    taskFailing: async () => false,
    isRunning: async () => false,
    reachable: async () => true,
    workers: async () => ({ orders: { pollers: [], routes: [] }, shipments: { pollers: [], routes: [] } }),
  }) satisfies Partial<Orders>;

function createFollow(called: Called, stateOf: StateOf, news: EventEmitter) {
  const told = (order: OrderState) => ({ order, journal: [], running: null, taskFailing: false });
  return {
    async *follow(id, _afterSeq, signal) {
      called('engine.follow');
      yield told(stateOf(id));
      try {
        for await (const _ of on(news, id, { signal })) yield told(stateOf(id));
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    },
  } satisfies Partial<Orders>;
}
