import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { connect, type Waybill } from '@waybill/client';
import { createProvidersClient } from '@waybill/providers-client';
import { createRandom } from '@waybill/random';
import { freePorts, type Stack, startStack, stopsWithThisProcess } from '@waybill/stack';
import { WebSocket } from 'ws';
import { inflict } from './faults/faults.ts';
import { storm, type Weather } from './faults/provider-faults.ts';
import { terminatorAt } from './faults/terminate.ts';
import { type Audit, inspectAudit } from './findings/audit.ts';
import { gather } from './findings/evidence.ts';
import { type Invariant, inspect } from './orders/inspection.ts';
import { type Seen, shop } from './orders/shopper.ts';
import { wishOf } from './orders/wish.ts';
import { type RunSeen, startRun } from './runs/starter.ts';
import { runWishOf } from './runs/wish.ts';
import { patience, untilDone } from './until-done.ts';

export type Campaign = {
  faults: number;
  seed: number;
  stateDir: string;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  /** A script that plays the providers: one without a safeguard shows that its absence is found. */
  providers?: string;
  weather?: Weather;
  /** The process of an engine that the environment names, and that is started again when it is killed. */
  engine?: { pid: () => number };
};

export type Findings = { orders: Seen[]; runs: RunSeen[]; byStatus: Record<string, number>; invariants: Invariant[] };

/** The number of concurrent orders, and of concurrent runs. */
const shoppers = 16;
const starters = 4;

/**
 * Short intervals, so that little of a campaign is waiting: for labels, hanging calls, and the audit that finds lost
 * orders.
 */
const briskly = {
  CHAOS_CONTROL: 'on',
  LOG_LEVEL: 'warn',
  WAYBILL_LABEL_TIME: 'PT2S',
  WAYBILL_CHAOS_HANG: 'PT2S',
  WAYBILL_AUDIT_EVERY: 'PT10S',
};

/** After the last fault every order must have ended within this time. */
const settleMs = 6 * 60_000;

/**
 * Runs the whole system under load and faults, lets it settle, and checks for lost or repeated effects.
 *
 * Longer than 40 lines: what a campaign does, in its sequence.
 */
export async function run({
  faults,
  seed,
  stateDir,
  env,
  say,
  providers,
  weather = storm,
  engine,
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
    const [ofOrders, ofRuns] = [createRandom(seed), createRandom(seed + 2)];
    const load = startLoad(shoppers, (number, over) =>
      shop(waybill, wishOf(ofOrders, number, seed), before, terminate, over),
    );
    const runLoad = startLoad(starters, (number, over) => startRun(waybill, runWishOf(ofRuns, number, seed), over));
    const pidOf: Stack['pidOf'] = (name) => (name === 'engine' && engine ? engine.pid() : stack.pidOf(name));
    await inflict({ pidOf }, createRandom(seed + 1), faults, say);
    say('the faults are over');
    const [orders, runs] = await Promise.all([load.settle(), runLoad.settle()]);
    const audit = await auditOf(waybill);
    waybill.close();
    await Promise.all([client.close(), close()]);
    const { evidence, invariants } = await gather(stack, { orders, runs }, serviceToken, stateDir);
    return {
      orders,
      runs,
      byStatus: tally(evidence.map(({ booked }) => booked?.order.status ?? 'NOT IN THE BOOK')),
      invariants: [...inspect(evidence), inspectAudit(audit, evidence), ...invariants],
    };
  } finally {
    await stack.stop();
  }
}

async function auditOf(waybill: Waybill): Promise<Audit> {
  let audit: Audit;
  await untilDone(AbortSignal.timeout(60_000), async () => {
    audit = await waybill.audit({ first: 100, ...patience });
    if (!audit) throw new Error('The providers are unavailable');
  });
  return audit;
}

/** All shoppers share one client: it sends no command twice, and follows each journal across disconnections. */
const clientOf = ({ addresses, tokens }: Stack) =>
  connect({ url: `${addresses.gateway}/graphql`, token: tokens?.operator ?? '', WebSocket, silenceMs: 10_000 });

/** Starts shoppers with limited concurrency, until the campaign settles. */
function startLoad<Seen>(most: number, begin: (number: number, over: AbortSignal) => Promise<Seen>) {
  const over = new AbortController();
  setMaxListeners(0, over.signal); // one for each that is under way
  const begun: Promise<Seen>[] = [];
  let isOn = true;
  const loads = Array.from({ length: most }, async () => {
    while (isOn) {
      const one = begin(begun.length + 1, over.signal);
      begun.push(one);
      await one;
    }
  });
  return {
    /** Starts no more, and returns the observations of each, also of those that did not end in time. */
    async settle(): Promise<Seen[]> {
      isOn = false;
      const settled = Promise.all(loads).then(() => 'settled');
      if ((await Promise.race([settled, pause(settleMs, 'late')])) === 'late') over.abort();
      return Promise.all(begun);
    },
  };
}

export function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
