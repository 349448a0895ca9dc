import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '@waybill/random';
import type { Stack } from '@waybill/stack';

type Victim = Parameters<Stack['pidOf']>[0];
type Victims = Pick<Stack, 'pidOf'>;

const victims = ['engine', 'chaos service', 'order book', 'worker, orders', 'worker, shipping', 'gateway'] as const;

/** More kills than freezes, at intervals in which the system can make progress. */
const freezeShare = 0.45;
const calmMs = { from: 600, to: 3_400 };

/**
 * A quarter of the freezes is longer than the time-outs of a reservation and of a label's heartbeat, so that a zombie
 * wakes up.
 */
const freezeMs = (random: Random): number =>
  random.next() < 0.25 ? random.between(10_500, 14_000) : random.between(1_000, 4_000);

/**
 * Kills or freezes processes of the stack, one after another. A fault does not wait for the previous one: processes
 * that are down or frozen are skipped. Every counted fault hits a running process.
 */
export async function inflict(
  stack: Victims,
  random: Random,
  count: number,
  say: (line: string) => void,
): Promise<void> {
  const frozen = new Map<Victim, Promise<void>>();
  for (let number = 1; number <= count; ) {
    await pause(random.between(calmMs.from, calmMs.to));
    const first = random.oneOf(victims);
    const forMs = random.next() < freezeShare ? freezeMs(random) : undefined;
    const victim = nextFrom(first, (it) => !frozen.has(it) && send(stack.pidOf(it), 0));
    if (!victim || !send(stack.pidOf(victim), forMs ? 'SIGSTOP' : 'SIGKILL')) continue;
    say(`fault ${number}/${count}: ${forMs ? `freeze for ${(forMs / 1000).toFixed(1)} s` : 'kill -9'}, ${victim}`);
    if (forMs)
      frozen.set(
        victim,
        thaw(stack.pidOf(victim), forMs).finally(() => frozen.delete(victim)),
      );
    number += 1;
  }
  await Promise.all(frozen.values());
}

/** The first, from `first` on and round, of which it is true. */
function nextFrom(first: Victim, isSo: (victim: Victim) => boolean): Victim | undefined {
  const at = victims.indexOf(first);
  return [...victims.slice(at), ...victims.slice(0, at)].find(isSo);
}

async function thaw(pid: number, afterMs: number): Promise<void> {
  await pause(afterMs);
  send(pid, 'SIGCONT');
}

/** False when the process has died meanwhile. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    return false;
  }
}
