import { join } from 'node:path';
import type { Programs } from '@waybill/bundles';
import { readSettings, type SettingsOf } from '@waybill/contracts/settings';
import { engineAnswers, engineArguments, engineEnvironment, keepsClosedWorkflows } from '@waybill/temporal';
import type { Addresses } from './addresses.ts';
import { developmentKey } from './development.ts';
import { withMetricsPorts } from './metrics-ports.ts';
import type { NamedRole } from './role.ts';

type Plan = {
  root: string;
  stateDir: string;
  addresses: Addresses;
  /** Undefined when the engine is not started by this stack. */
  engine: string | undefined;
  env: NodeJS.ProcessEnv;
  programs: Programs;
  /** The bundle of all workflows. */
  workflows: string;
  /** A script that replaces the chaos service. */
  providers: string | undefined;
};

/** The processes of the whole system. They are stopped in reverse order: clients before servers. */
export function allProcesses(plan: Plan): NamedRole[][] {
  const engine = plan.engine ? [engineRole(plan, plan.engine)] : [];
  const cast = [
    [...engine, chaosRole(plan), orderBookRole(plan)],
    [...queuesIn(plan.env).map((queue) => workerRole(plan, queue)), gatewayRole(plan)],
  ];
  return withMetricsPorts(cast, plan.env);
}

function engineRole({ stateDir, addresses, env }: Plan, executable: string): NamedRole {
  const dbFile = join(stateDir, 'temporal.db');
  return {
    name: 'engine',
    ours: false,
    command: executable,
    args: engineArguments({ port: addresses.ports.temporal, uiPort: addresses.ports.temporalUi, dbFile }),
    env: engineEnvironment(env),
    ready: async () => (await engineAnswers(addresses.temporal)) && (await keepsClosedWorkflows(addresses.temporal)),
    note: `${addresses.temporal}, UI ${addresses.temporalUi}`,
  };
}

function chaosRole(plan: Plan): NamedRole {
  const { addresses, env, stateDir } = plan;
  return {
    ...service(plan.programs.chaos, addresses.chaos),
    ...(plan.providers ? { args: ['--import', 'tsx', join(plan.root, plan.providers)] } : {}),
    name: 'chaos service',
    env: {
      WAYBILL_CHAOS_PORT: `${addresses.ports.chaos}`,
      WAYBILL_CHAOS_DATA: env.WAYBILL_CHAOS_DATA || join(stateDir, 'chaos'),
    },
  };
}

function orderBookRole(plan: Plan): NamedRole {
  const { addresses, env, stateDir } = plan;
  return {
    ...service(plan.programs['order-book'], addresses.orderBook),
    name: 'order book',
    env: {
      WAYBILL_ORDER_BOOK_PORT: `${addresses.ports.orderBook}`,
      WAYBILL_ORDER_BOOK_DATA: env.WAYBILL_ORDER_BOOK_DATA || join(stateDir, 'order-book'),
    },
  };
}

function gatewayRole(plan: Plan): NamedRole {
  const { programs, addresses, engine, stateDir, env } = plan;
  return {
    ...service(programs.gateway, addresses.gateway),
    name: 'gateway',
    env: {
      ...whereOthersAre(addresses),
      ...developmentKey(stateDir, env),
      WAYBILL_GATEWAY_PORT: `${addresses.ports.gateway}`,
      ...(engine ? { WAYBILL_TEMPORAL_UI_URL: addresses.temporalUi } : {}),
    },
    note: `${addresses.gateway}/graphql`,
  };
}

function workerRole(plan: Plan, queue: Queue): NamedRole {
  return {
    ...program(plan.programs.worker),
    name: `worker, ${queue}`,
    env: {
      ...whereOthersAre(plan.addresses),
      WAYBILL_WORKER_QUEUES: queue,
      WAYBILL_WORKFLOW_BUNDLE: plan.env.WAYBILL_WORKFLOW_BUNDLE || plan.workflows,
    },
    ready: 'says so',
    note: `takes work from the queue ${taskQueueOf(queue, plan.env)}`,
  };
}

type Queue = SettingsOf<'worker'>['WAYBILL_WORKER_QUEUES'][number];
const queuesIn = (env: NodeJS.ProcessEnv) => readSettings('worker', env).WAYBILL_WORKER_QUEUES;

function taskQueueOf(queue: Queue, env: NodeJS.ProcessEnv): string {
  const { WAYBILL_ORDERS_QUEUE: orders, WAYBILL_SHIPPING_QUEUE: shipping } = readSettings('worker', env);
  return { orders, shipping }[queue];
}

const whereOthersAre = (addresses: Addresses) => ({
  TEMPORAL_ADDRESS: addresses.temporal,
  WAYBILL_CHAOS_URL: addresses.chaos,
  WAYBILL_ORDER_BOOK_URL: addresses.orderBook,
});

const service = (file: string, url: string) => ({
  ...program(file),
  ready: () => answersWell(`${url}/ready`),
  note: url,
});

/** One process without npm and a shell in between: signals go to its pid. */
const program = (file: string) => ({
  ours: true,
  command: process.execPath,
  args: ['--enable-source-maps', file],
});

/** A gateway stays ready without the engine, and reports whether it reaches it, which the first order needs. */
const answersWell = (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(2_000) })
    .then(async (response) => {
      const { engine = true } = (await response.json()) as { engine?: boolean };
      return response.ok && engine;
    })
    .catch(() => false);
