import { defineQuery, defineSignal, setHandler, uuid4 } from '@temporalio/workflow';
import { fulfillmentElsewhere } from '@waybill/contracts/domain';
import { isRecord } from '../../shared/state/is-record.ts';
import type { Attribution } from '../../shared/state/journal.ts';
import type { OrderRecord } from '../state/order-record.ts';
import type { SignalHandler } from './command-handler.ts';

const { signals, queries } = fulfillmentElsewhere;

/** Each carries out a command, given as the payload of the signal of our own. */
export type Handlers = Record<keyof typeof signals, SignalHandler>;

const engine: Attribution = { actor: 'engine', correlationId: '' };

/**
 * The signals of other order systems. Whoever can send one is on the engine: no person is known, the command id is the
 * workflow's own, and the limit is that of customers.
 */
export function handleSignalsElsewhere(handlers: Handlers): void {
  const on = (name: keyof typeof signals, contentOf: (given: Record<string, unknown>) => object) =>
    setHandler(defineSignal<[unknown]>(signals[name]), (payload) => {
      const content = contentOf(isRecord(payload) ? payload : {});
      handlers[name]({ ...content, ...engine, commandId: uuid4(), fingerprint: signals[name] }, engine);
    });

  on('approve', ({ ApprovedBy }) => (ApprovedBy ? { note: ApprovedBy } : {}));
  on('cancel', ({ Reason }) => ({ reason: Reason || `The signal ${signals.cancel}` }));
  on('addItem', ({ SKU, Quantity }) => ({
    item: { sku: SKU, name: null, quantity: Quantity, unitPrice: unknownPrice },
  }));
}

/** Until the catalogue was asked. */
const unknownPrice = { amountMinor: 0, currencyCode: 'XXX' };

/** The queries of other order systems. */
export function handleQueriesElsewhere({ state }: OrderRecord): void {
  setHandler(defineQuery(queries.status), () => state.status);
  setHandler(defineQuery(queries.items), () =>
    state.items.map((item) => ({ ...item, SKU: item.sku, Quantity: item.quantity })),
  );
}
