import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '@waybill/client';
import { createProvidersClient } from '@waybill/providers-client';
import { createRandom } from '@waybill/random';
import { freePorts, type Stack, startStack, stopsWithThisProcess } from '@waybill/stack';
import { WebSocket } from 'ws';
import { gather } from './evidence.ts';
import { inflict } from './faults.ts';
import { type Invariant, inspect } from './inspection.ts';
import { type Seen, shop } from './shopper.ts';
import { terminatorAt } from './terminate.ts';
import { storm, type Weather } from './weather.ts';
import { type Wish, wishOf } from './wish.ts';

export type Campaign = {
  faults: number;
  seed: number;
  stateDir: string;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  /** A script that plays the providers: one without a safeguard shows that its absence is found. */
  providers?: string;
  weather?: Weather;
};

export type Findings = { orders: Seen[]; byStatus: Record<string, number>; invariants: Invariant[] };

/** How many orders are under way at once. */
const shoppers = 16;

/** Little of a campaign is waiting: for labels, for calls that hang, for the audit that finds lost orders. */
const briskly = {
  ...{ CHAOS_CONTROL: 'on', LOG_LEVEL: 'warn' },
  ...{ WAYBILL_LABEL_TIME: 'PT2S', WAYBILL_CHAOS_HANG: 'PT2S', WAYBILL_AUDIT_EVERY: 'PT10S' },
};

/** After the last fault every order must have ended within this time. */
const settleMs = 6 * 60_000;

/** Runs the whole system under load and faults, lets it settle, and looks whether anything was lost or done twice. */
export async function run({
  faults,
  seed,
  stateDir,
  env,
  say,
  providers,
  weather = storm,
}: Campaign): Promise<Findings> {
  const stack = await startStack({
    ports: await freePorts(),
    stateDir,
    providers,
    env: { ...env, ...briskly },
    signal: new AbortController().signal,
    telling: { say, arrived: () => undefined },
  });
  stopsWithThisProcess(stack);
  const serviceToken = env.WAYBILL_SERVICE_TOKEN || undefined;
  try {
    const client = createProvidersClient({ baseUrl: stack.addresses.chaos, serviceToken });
    const before = await weather(client, seed);
    const waybill = clientOf(stack);
    const { terminate, close } = terminatorAt(stack.addresses.temporal);
    const load = startLoad(seed, (wish, over) => shop(waybill, wish, before, terminate, over));
    await inflict(stack, createRandom(seed + 1), faults, say);
    const seen = await load.settle(say);
    waybill.close();
    await Promise.all([client.close(), close()]);
    const { evidence, invariants } = await gather(stack, seen, serviceToken, stateDir);
    return {
      orders: seen,
      byStatus: tally(evidence.map(({ booked }) => booked?.order.status ?? 'NOT IN THE BOOK')),
      invariants: [...inspect(evidence), ...invariants],
    };
  } finally {
    await stack.stop();
  }
}

/** All shoppers speak over one client: it sends no command twice, and follows each journal across every cut. */
const clientOf = ({ addresses, tokens }: Stack) =>
  connect({ url: `${addresses.gateway}/graphql`, token: tokens?.operator ?? '', WebSocket, silenceMs: 10_000 });

/** Places orders, so many at once, until it is to settle. */
function startLoad(seed: number, placed: (wish: Wish, over: AbortSignal) => Promise<Seen>) {
  const over = new AbortController();
  const random = createRandom(seed);
  const orders: Promise<Seen>[] = [];
  let isOn = true;
  const loads = Array.from({ length: shoppers }, async () => {
    while (isOn) {
      const order = placed(wishOf(random, orders.length + 1, seed), over.signal);
      orders.push(order);
      await order;
    }
  });
  return {
    /** Places no more orders, and returns what was seen of each, also of those that did not end in time. */
    async settle(say: (line: string) => void): Promise<Seen[]> {
      isOn = false;
      say(`the faults are over; ${orders.length} orders were placed`);
      const settled = Promise.all(loads).then(() => 'settled');
      if ((await Promise.race([settled, pause(settleMs, 'late')])) === 'late') over.abort();
      return Promise.all(orders);
    },
  };
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
