import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '@waybill/stack';
import type { Dice } from './dice.ts';

type Victim = Parameters<Stack['pidOf']>[0];

const victims = ['engine', 'chaos service', 'order book', 'worker, orders', 'worker, shipping', 'gateway'] as const;

/** Longer than the time-out of a reservation and than a label's heartbeat may be late: what wakes up is a zombie. */
const longestFreezeMs = 14_000;

/** Kills or freezes processes of the stack, one after the other. Answers with what it did. */
export async function inflict(stack: Stack, dice: Dice, count: number, say: (line: string) => void): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await pause(dice.between(500, 3_000));
    const victim = dice.oneOf(victims);
    const freezeMs = dice.roll() < 0.25 ? dice.between(1_000, longestFreezeMs) : undefined;
    say(
      `fault ${number}/${count}: ${freezeMs ? `freeze for ${(freezeMs / 1000).toFixed(1)} s` : 'kill -9'}, ${victim}`,
    );
    if (freezeMs) await freeze(stack, victim, freezeMs);
    else signal(stack, victim, 'SIGKILL');
  }
}

async function freeze(stack: Stack, victim: Victim, forMs: number): Promise<void> {
  const pid = stack.pidOf(victim);
  send(pid, 'SIGSTOP');
  await pause(forMs);
  send(pid, 'SIGCONT');
}

const signal = (stack: Stack, victim: Victim, name: NodeJS.Signals) => send(stack.pidOf(victim), name);

/** A process that has just died needs no further fault. */
function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
