import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '@waybill/random';
import { conversation, converse } from '../../test/connections/hostile.ts';
import { answering } from './child.ts';

/** Hostile clients: opens a new one at an interval until stopped. */
let attacking: Promise<void> | undefined;
let stopped = false;
let connections = 0;

async function attack(port: number, token: string, everyMs: number, seed: number): Promise<void> {
  const random = createRandom(seed);
  const open = new Set<Promise<void>>();
  while (!stopped) {
    const one: Promise<void> = converse(port, conversation(random, token), random).finally(() => open.delete(one));
    open.add(one);
    connections += 1;
    await pause(everyMs);
  }
  await Promise.all(open);
}

answering({
  begin: (port: number, token: string, everyMs: number, seed: number) => {
    stopped = false;
    attacking = attack(port, token, everyMs, seed);
  },
  /** The number of clients in all. */
  stop: async () => {
    stopped = true;
    await attacking;
    return connections;
  },
});
