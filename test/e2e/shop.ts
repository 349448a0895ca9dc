import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PaymentRecord } from '@waybill/contracts';
import { freePorts, type Stack, startStack, withOwnEngine } from '@waybill/stack';
import { vi } from 'vitest';
import { type Change, type Entry, frontDoor } from './front-door.ts';

/** A step that dies with its worker is tried again when its time is over. */
const settings = {
  WAYBILL_LABEL_TIME: 'PT3S',
  WAYBILL_CHAOS_LATENCY: 'PT0.3S',
  WAYBILL_CAPTURE_PAYMENT_TIMEOUT: 'PT6S',
  LOG_LEVEL: 'warn',
};

/** The real system, every process of it, on free ports and in a folder of its own. */
export async function aShop() {
  const stateDir = await mkdtemp(join(tmpdir(), 'waybill-shop-'));
  const ports = await freePorts();
  const said: string[] = [];
  const forget = () => rm(stateDir, { recursive: true, force: true });
  let stack: Stack = await open().catch(async (error: unknown) => {
    await forget();
    throw error;
  });

  function open(): Promise<Stack> {
    const { DATABASE_URL, ...env } = withOwnEngine(process.env);
    return startStack({
      ports,
      stateDir,
      env: { ...env, ...settings },
      signal: new AbortController().signal,
      telling: { say: (line) => said.push(line), arrived: () => undefined },
    });
  }

  const door = () => frontDoor(stack.addresses.gateway, stack.tokens?.operator ?? '');
  const status = (path: string) => fetch(`${stack.addresses.chaos}/${path}/status`).then((answer) => answer.json());
  return {
    door,
    place: () => door().place(),
    watch: (id: string) => aWatch(() => door().watch(id)),
    journal: (id: string) => aJournal((after) => door().events(id, after)),
    paymentOf: (id: string) => status(`payment/${id}`) as Promise<PaymentRecord>,
    shipmentOf: (id: string) => status(`shipping/${id}`) as Promise<{ status: string; trackingNumber: string | null }>,
    /** Kills a process, and tells how to wait until it is back. */
    kill: (name: Parameters<Stack['pidOf']>[0]) => {
      const told = said.length;
      process.kill(stack.pidOf(name), 'SIGKILL');
      return { back: () => eventually(`${name} is back`, () => said.slice(told).some((it) => it.includes('is back'))) };
    },
    close: () => stack.stop(),
    reopen: async () => {
      stack = await open();
    },
    [Symbol.asyncDispose]: async () => {
      await stack.stop();
      await forget();
    },
  };
}

const eventually = (what: string, holds: () => boolean) =>
  vi.waitFor(
    () => {
      if (!holds()) throw new Error(`Waited in vain: ${what}`);
    },
    { timeout: 60_000, interval: 10 },
  );

/** Everything that a watcher sees, who comes back whenever it is cut off. */
function aWatch(subscribe: () => AsyncIterable<Change>) {
  return stubborn<Change>(() => subscribe());
}

/** Every entry once: whoever comes back goes on after the last entry that was seen. */
function aJournal(subscribe: (after: string | undefined) => AsyncIterable<Entry>) {
  return stubborn<Entry>((last) => subscribe(last?.cursor));
}

function stubborn<T>(subscribe: (last: T | undefined) => AsyncIterable<T>) {
  const seen: T[] = [];
  const ended = (async () => {
    for (;;) {
      try {
        for await (const item of subscribe(seen.at(-1))) seen.push(item);
        return seen;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100)); // cut off: knock again
      }
    }
  })();
  return {
    ended,
    until: (holds: (item: T) => boolean) => eventually('a change that was expected', () => seen.some(holds)),
  };
}
