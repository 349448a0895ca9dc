import type { PaymentRecord, ShipmentRecord } from '@waybill/contracts';
import type { Money } from '@waybill/contracts/words';
import { type CallOptions, Refused } from '@waybill/http-client';
import type { ProvidersClient } from '@waybill/providers-client';
import { type Turn, take, works } from './script.ts';

export type Operation =
  | 'authorize'
  | 'capture'
  | 'release'
  | 'refund'
  | 'reserve'
  | 'release stock'
  | 'prepare'
  | 'label'
  | 'dispatch'
  | 'cancel label'
  | 'cancel shipment'
  | 'notify'
  | 'profile'
  | 'recommend'
  | 'check';

type Undo = { effect: 'DONE' | 'NOTHING_TO_DO' };

/**
 * The providers of one order: they do as the script says, keep the rules that the workflow leans on (an effect happens
 * once, an undo closes the door), and remember every effect in order.
 */
export function scriptedProviders(orderId: string) {
  const journal: string[] = [];
  const calls: Operation[] = [];
  const script = new Map<Operation, Turn[]>();
  const happened = new Set<string>();
  const closed = new Set<string>();
  let held: Money | null = null;
  let percent = 0;
  let labelledTo: string | undefined;

  const turn = (operation: Operation): Turn => {
    calls.push(operation);
    const turns = script.get(operation) ?? [];
    return (turns.length > 1 ? turns.shift() : turns[0]) ?? works;
  };

  /** Does it once; refuses when its undo was there first. */
  const happen = (effect: string, key = effect) => {
    if (closed.has(effect)) throw new Refused('ORDER_UNDONE', `${effect} comes after its undo`);
    if (!happened.has(key)) journal.push(effect);
    happened.add(effect).add(key);
  };

  /** Takes an effect back once, and closes the door. What was used up can no longer be taken back. */
  const undo = (effect: string, name: string, usedUp = false): Undo => {
    const there = happened.has(effect) && !closed.has(effect) && !usedUp;
    if (!closed.has(effect)) journal.push(there ? name : `${name}: nothing to do`);
    closed.add(effect);
    return { effect: there ? 'DONE' : 'NOTHING_TO_DO' };
  };

  const payment = (status: PaymentRecord['status'], more: Partial<PaymentRecord> = {}): PaymentRecord => ({
    orderId,
    authorizationId: 'auth-1',
    status,
    authorized: held,
    captured: null,
    refunded: null,
    ...more,
  });

  const parcel = (
    status: ShipmentRecord['status'],
  ): ShipmentRecord & { labelId: string; carrier: string; trackingNumber: string } => ({
    orderId,
    shipmentId: 'ship-1',
    status,
    carrier: 'Scripted Parcels',
    labelId: 'label-1',
    labelPercent: percent,
    trackingNumber: 'TRACK-1',
  });

  const expired = () =>
    script.get('capture')?.some((turn) => turn.kind === 'refuses' && turn.code === 'AUTHORIZATION_EXPIRED') ?? false;

  const does = <T>(operation: Operation, effect: () => T, call: CallOptions | undefined) =>
    take(turn(operation), effect, call?.signal);

  const providers: Pick<ProvidersClient, 'payment' | 'inventory' | 'shipping' | 'notification' | 'customer'> = {
    payment: {
      authorize: ({ amount, change = 0 }, call) =>
        does(
          'authorize',
          () => {
            happen('authorize', `authorize ${change}`);
            held = amount;
            return { ...payment('AUTHORIZED'), authorizationId: 'auth-1' };
          },
          call,
        ),
      capture: ({ amount }, call) =>
        does(
          'capture',
          () => {
            happen('capture');
            return payment('CAPTURED', { captured: amount });
          },
          call,
        ),
      release: (_, call) =>
        does(
          'release',
          () => {
            const usedUp = happened.has('capture') || expired();
            const undone = undo('authorize', 'release', usedUp);
            return {
              payment: payment(happened.has('capture') ? 'REFUNDED' : expired() ? 'FAILED' : 'RELEASED'),
              ...undone,
            };
          },
          call,
        ),
      refund: (_, call) =>
        does(
          'refund',
          () => ({
            payment: payment('REFUNDED', { captured: held, refunded: held }),
            ...undo('capture', 'refund'),
          }),
          call,
        ),
      status: async () => payment('CAPTURED', { captured: held }),
    },
    inventory: {
      reserve: (_, call) =>
        does(
          'reserve',
          () => {
            happen('reserve');
            return { reservationId: 'res-1', orderId, status: 'RESERVED' as const, lines: [] };
          },
          call,
        ),
      release: (_, call) =>
        does(
          'release stock',
          () => ({
            reservation: { reservationId: null, orderId, status: 'RELEASED' as const, lines: [] },
            ...undo('reserve', 'release stock'),
          }),
          call,
        ),
      check: (_, call) => does('check', () => ({ lines: [] }), call),
      status: async () => null,
      restock: async () => ({ sku: 'MUG', name: 'Mug', prices: [], available: 0 }),
      catalogue: async () => [],
    },
    shipping: {
      prepare: (_, call) =>
        does(
          'prepare',
          () => {
            happen('prepare');
            return parcel('PREPARED');
          },
          call,
        ),
      createLabel: ({ address }, call) =>
        does(
          'label',
          () => {
            happen('label');
            labelledTo = address.street;
            return parcel('LABELED');
          },
          call,
        ),
      dispatch: (_, call) =>
        does(
          'dispatch',
          () => {
            happen('dispatch');
            return parcel('DISPATCHED');
          },
          call,
        ),
      cancel: ({ part }, call) =>
        part === 'LABEL'
          ? does('cancel label', () => ({ shipment: parcel('CANCELLED'), ...undo('label', 'cancel label') }), call)
          : does(
              'cancel shipment',
              () => ({ shipment: parcel('CANCELLED'), ...undo('prepare', 'cancel shipment') }),
              call,
            ),
      status: async () => parcel('LABELING'),
    },
    customer: {
      profile: (_, call) =>
        does('profile', () => ({ customerId: 'ada', name: 'Ada', tier: 'PREFERRED' as const }), call),
      recommendations: (_, call) => does('recommend', () => ({ customerId: 'ada', skus: ['PEN'] }), call),
    },
    notification: {
      send: (message, call) =>
        does(
          'notify',
          () => {
            happen(`notify ${message.kind}`);
            return { notificationId: 'n-1', status: 'SENT' as const, sentAt: new Date(0).toISOString(), ...message };
          },
          call,
        ),
      status: async () => null,
    },
  };

  return {
    providers,
    journal,
    calls,
    labelledTo: () => labelledTo,
    /** What the operation does, call by call; the last turn is also that of every later call. */
    scripts: (operation: Operation, ...turns: Turn[]) => void script.set(operation, turns),
    makesLabelsTo: (next: number) => {
      percent = next;
    },
  };
}

export type ScriptedProviders = ReturnType<typeof scriptedProviders>;
