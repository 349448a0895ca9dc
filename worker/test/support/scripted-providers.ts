import type { ProvidersClient } from '@waybill/providers-client';
import { type Effects, effectsOf } from './effects.ts';
import type { Does, Operation } from './operation.ts';
import { type Turn, take, works } from './script.ts';
import { scriptedPayment } from './scripted-payment.ts';
import { scriptedShipping } from './scripted-shipping.ts';

/**
 * The providers of one order: they do as the script says, keep the rules that the workflow leans on (an effect happens
 * once, an undo closes the door), and remember every effect in order. `onCall` is told of a call before it is answered.
 */
export function scriptedProviders(orderId: string, onCall: (operation: Operation) => Promise<void> = async () => {}) {
  const effects = effectsOf();
  const calls: Operation[] = [];
  const heardUnder = new Map<Operation, (string | undefined)[]>();
  const script = new Map<Operation, Turn[]>();

  const turn = (operation: Operation): Turn => {
    const turns = script.get(operation) ?? [];
    return (turns.length > 1 ? turns.shift() : turns[0]) ?? works;
  };
  /** The keys of calls that have had their effect: it is answered to them again, and not refused. */
  const done = new Set<string>();
  const does: Does = async (operation, call, effect) => {
    const key = call?.idempotencyKey;
    const next = turn(operation);
    const now = next.kind === 'refuses' && key !== undefined && done.has(key) ? works : next;
    calls.push(operation);
    heardUnder.set(operation, [...(heardUnder.get(operation) ?? []), call?.correlationId]);
    await onCall(operation);
    const noted = () => {
      const answer = effect();
      if (key !== undefined) done.add(key);
      return answer;
    };
    return take(now, noted, call?.signal);
  };
  const { shipping, labelledTo, makesLabelsTo } = scriptedShipping(orderId, effects, does);

  const providers: Pick<ProvidersClient, 'payment' | 'inventory' | 'shipping' | 'notification' | 'customer'> = {
    payment: scriptedPayment(orderId, effects, does),
    inventory: scriptedInventory(orderId, effects, does),
    shipping,
    customer: {
      profile: (_, call) =>
        does('profile', call, () => ({ customerId: 'ada', name: 'Ada', tier: 'PREFERRED' as const })),
      recommendations: (_, call) => does('recommend', call, () => ({ customerId: 'ada', skus: ['PEN'] })),
    },
    notification: {
      send: (message, call) =>
        does('notify', call, () => {
          effects.happen(`notify ${message.kind}`);
          return { notificationId: 'n-1', status: 'SENT' as const, sentAt: new Date(0).toISOString(), ...message };
        }),
      status: async () => null,
    },
  };

  return {
    providers,
    journal: effects.journal,
    calls,
    /** The correlation ids of the calls of an operation. */
    heardUnder: (operation: Operation) => heardUnder.get(operation),
    labelledTo,
    makesLabelsTo,
    /** What the operation does, call by call; the last turn is also that of every later call. */
    scripts: (operation: Operation, ...turns: Turn[]) => void script.set(operation, turns),
  };
}

export type ScriptedProviders = ReturnType<typeof scriptedProviders>;

const scriptedInventory = (orderId: string, effects: Effects, does: Does): ProvidersClient['inventory'] => ({
  reserve: (_, call) =>
    does('reserve', call, () => {
      effects.happen('reserve');
      return { reservationId: 'res-1', orderId, status: 'RESERVED' as const, lines: [] };
    }),
  release: (_, call) =>
    does('release stock', call, () => ({
      reservation: { reservationId: null, orderId, status: 'RELEASED' as const, lines: [] },
      ...effects.undo('reserve', 'release stock'),
    })),
  check: (_, call) => does('check', call, () => ({ lines: [] })),
  status: async () => null,
  restock: async () => ({ sku: 'MUG', name: 'Mug', prices: [], available: 0 }),
  catalogue: async () => [],
});
