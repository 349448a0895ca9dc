import { setTimeout as pause } from 'node:timers/promises';
import { type Child, child } from './child.ts';
import type { Seat } from './crowd-process.ts';

/** The subscribers, in a process of their own. */
export async function aCrowd() {
  const crowd: Child = await child('./crowd-process.ts');
  const heard = () => crowd.ask<number>('heard');
  return {
    sit: (seats: Seat[]) => crowd.ask<void>('sit', seats),
    forget: () => crowd.ask<void>('forget'),
    heard,
    last: () => crowd.ask<string>('last'),
    arrivals: () => crowd.ask<Record<string, number[]>>('arrivals'),
    leave: () => crowd.ask<void>('leave'),
    kill: crowd.kill,
    /** Resolves when this many messages have arrived since the last reset. */
    until: async (messages: number, patienceMs = 60_000): Promise<void> => {
      const deadline = Date.now() + patienceMs;
      while ((await heard()) < messages) {
        if (Date.now() > deadline) throw new Error(`${await heard()} of ${messages} messages came`);
        await pause(10);
      }
    },
  };
}

export const seats = (count: number, seat: (index: number) => Seat): Seat[] =>
  Array.from({ length: count }, (_, index) => seat(index));

/** The selection of an order page. */
export const watching = (id: string) =>
  `subscription { orderChanged(id: "${id}") { id status progress currentStep revision steps { name status attempt percent } shipment { trackingNumber labelPercent } failure { code message } closedAt } }`;
