import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledWorkflows } from '@waybill/bundles';
import { postgresServer } from '@waybill/platform/testing';
import { freePort, startEngine, temporalExecutable } from '@waybill/temporal';
import { secret } from '../../../services/gateway/test/support/tokens.ts';
import { createProcesses } from '../processes.ts';
import { type Balancer, openBalancer } from './balancer.ts';
import { createReplica, type Environment, type Replica, type Service } from './replica.ts';

export type Fleet = Awaited<ReturnType<typeof startFleet>>;

/** Longer than the balancer takes to notice, also on a machine that has much else to do. */
const drainDelay = 'PT5S';

/** A machine that has much else to do is slow, and nothing fails of that. */
const tolerant: Environment = {
  WAYBILL_VERDICT_TIMEOUT: 'PT1M',
  WAYBILL_LIMIT_SOCKETS_PER_USER: '10000',
  WAYBILL_LIMIT_COST_PER_SECOND: '1000000',
  WAYBILL_DRAIN_TIMEOUT: 'PT90S',
  WAYBILL_JWT_SECRET: secret,
};

/** Two replicas of every process of the product over one Postgres, behind a balancer, on an engine of its own; `all` have additional settings. */
export async function startFleet(all: Environment = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-fleet-'));
  const processes = createProcesses();
  const [engine, postgres, workflowBundle] = await Promise.all([
    createEngine(join(folder, 'engine.db')),
    postgresServer(),
    bundledWorkflows(),
  ]);
  const ports = { gateway: await twoPorts(), book: await twoPorts(), chaos: await twoPorts() };
  const balancer = await openBalancer(folder, ports);
  const settings = settingsOf(balancer, {
    DATABASE_URL: await postgres.freshDatabase(),
    TEMPORAL_ADDRESS: engine.address,
    WAYBILL_WORKFLOW_BUNDLE: workflowBundle,
  });
  const replicas: Replica[] = [];
  for (const service of ['chaos', 'book', 'worker', 'gateway'] as const)
    for (const port of service === 'worker' ? [0, 0] : ports[service])
      replicas.push(await createReplica({ processes, balancer, service, port, env: { ...settings[service], ...all } }));

  return {
    engine,
    url: balancer.url('gateway'),
    bookUrl: balancer.url('book'),
    output: processes.output,
    /** Every replica of a service, one after the other, with changed settings. */
    async restart(service: Service, changes: Environment = {}): Promise<void> {
      for (const replica of replicas.filter((each) => each.service === service)) await replica.restart(changes);
    },
    async close() {
      processes.stop();
      await balancer.close();
      await Promise.all([engine.stop(), postgres.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function settingsOf(
  balancer: Balancer,
  { WAYBILL_WORKFLOW_BUNDLE = '', ...given }: Environment,
): Record<Service, Environment> {
  const shared = {
    ...given,
    WAYBILL_ORDER_BOOK_URL: balancer.url('book'),
    WAYBILL_CHAOS_URL: balancer.url('chaos'),
    WAYBILL_LABEL_TIME: 'PT0.2S',
    WAYBILL_DRAIN_DELAY: drainDelay,
    LOG_LEVEL: 'warn',
  };
  return {
    gateway: { ...shared, ...tolerant },
    book: shared,
    chaos: shared,
    worker: { ...shared, LOG_LEVEL: 'info', WAYBILL_WORKFLOW_BUNDLE, WAYBILL_WORKER_GRACE: 'PT20S' },
  };
}

const twoPorts = async () => [await freePort(), await freePort()];

/** An engine that can be stopped and started again over what it keeps. */
async function createEngine(dbFile: string) {
  const executable = await temporalExecutable({ say: console.error, env: process.env });
  const port = await freePort();
  let running = await startEngine({ executable, port, dbFile });
  return {
    address: running.address,
    stop: () => running.stop(),
    async start() {
      running = await startEngine({ executable, port, dbFile });
    },
  };
}
