import { Unavailable } from '@waybill/providers-client';
import { address, usd } from './an-order.ts';
import type { TestProviders } from './test-providers.ts';

/** The expected state of one order at the providers: a minimal model of all rules. */
export type Believed = {
  payment: 'none' | 'held' | 'captured' | 'refunded' | 'dead' | 'closed';
  undone: boolean;
  stock: 'none' | 'reserved' | 'closed';
  shipment: 'none' | 'prepared' | 'labeled' | 'dispatched' | 'closed';
  labelClosed: boolean;
};

export const unheardOf = (): Believed => ({
  payment: 'none',
  undone: false,
  stock: 'none',
  shipment: 'none',
  labelClosed: false,
});

/** A step: its operation at the providers, and the expected state after its effect. */
export type Step = {
  operation: string;
  call: (testProviders: TestProviders, orderId: string, key: string) => Promise<unknown>;
  effect: (b: Believed) => void;
};

const keyed = (key: string) => ({ idempotencyKey: key });
const lines = [{ sku: 'MUG-001', quantity: 2 }];

export const steps: Record<string, Step> = {
  authorize: {
    operation: 'payment.authorize',
    call: ({ payment }, orderId, key) => payment.authorize({ orderId, customerId: 'c', amount: usd(500) }, keyed(key)),
    effect: (b) => {
      if (b.payment === 'none' && !b.undone) b.payment = 'held';
    },
  },
  capture: {
    operation: 'payment.capture',
    call: async ({ payment }, orderId, key) => {
      const known = await payment.status({ orderId });
      const authorizationId = known?.authorizationId ?? 'auth-none';
      return payment.capture({ orderId, authorizationId, amount: usd(500) }, keyed(key));
    },
    effect: (b) => {
      if (b.payment === 'held' && !b.undone) b.payment = 'captured';
    },
  },
  release: {
    operation: 'payment.release',
    call: ({ payment }, orderId, key) => payment.release({ orderId }, keyed(key)),
    effect: (b) => {
      b.undone = true;
      if (b.payment === 'held' || b.payment === 'none') b.payment = 'closed';
    },
  },
  refund: {
    operation: 'payment.refund',
    call: ({ payment }, orderId, key) => payment.refund({ orderId }, keyed(key)),
    effect: (b) => {
      b.undone = true;
      if (b.payment === 'captured') b.payment = 'refunded';
      if (b.payment === 'none') b.payment = 'closed';
    },
  },
  reserve: {
    operation: 'inventory.reserve',
    call: ({ inventory }, orderId, key) => inventory.reserve({ orderId, lines }, keyed(key)),
    effect: (b) => {
      if (b.stock === 'none') b.stock = 'reserved';
    },
  },
  putBack: {
    operation: 'inventory.release',
    call: ({ inventory }, orderId, key) => inventory.release({ orderId }, keyed(key)),
    effect: (b) => {
      b.stock = 'closed';
    },
  },
  prepare: {
    operation: 'shipping.prepare',
    call: ({ shipping }, orderId, key) => shipping.prepare({ orderId, lines }, keyed(key)),
    effect: (b) => {
      if (b.shipment === 'none') b.shipment = 'prepared';
    },
  },
  label: {
    operation: 'shipping.label',
    call: ({ shipping }, orderId, key) => shipping.createLabel({ orderId, address }, keyed(key)),
    effect: (b) => {
      if (b.shipment === 'prepared' && !b.labelClosed) b.shipment = 'labeled';
    },
  },
  dispatch: {
    operation: 'shipping.dispatch',
    call: ({ shipping }, orderId, key) => shipping.dispatch({ orderId }, keyed(key)),
    effect: (b) => {
      if (b.shipment === 'labeled') b.shipment = 'dispatched';
    },
  },
  cancelLabel: {
    operation: 'shipping.cancel',
    call: ({ shipping }, orderId, key) => shipping.cancel({ orderId, part: 'LABEL' }, keyed(key)),
    effect: (b) => {
      b.labelClosed = true;
      if (b.shipment === 'none') b.shipment = 'closed';
      if (b.shipment === 'labeled' || b.shipment === 'dispatched') b.shipment = 'prepared';
    },
  },
  cancelShipment: {
    operation: 'shipping.cancel',
    call: ({ shipping }, orderId, key) => shipping.cancel({ orderId, part: 'SHIPMENT' }, keyed(key)),
    effect: (b) => {
      b.labelClosed = true;
      b.shipment = 'closed';
    },
  },
};

/** Faults with a known effect: those before it have none, those after it have one. */
export const hasEffect: Record<string, boolean> = {
  success: true,
  slow: true,
  duplicate: true,
  lost_reply: true,
  server_error: false,
  timeout: false,
};

/** A refusal or a fault is a valid result here; anything else is a bug. */
export function ended(error: unknown): void {
  if (error instanceof Unavailable || (error instanceof Error && error.name === 'Refused')) return;
  throw error;
}
