import {
  type RunCommandName,
  type RunEntry,
  runAsStarted,
  runWorkflows,
  type StandingOrderRun,
  type StartedStandingOrder,
} from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
import { OrderConflict, type Orders } from '@waybill/orders-client';
import {
  type ActivityFunction,
  asPayloads,
  createChance,
  createEventQueue,
  Engine,
  type HistoryEvent,
  replay,
  type Sandbox,
  SimulatedWorker,
  settled,
  type World,
} from '@waybill/temporal-simulator';
import type { RunBookEntry } from '../../src/activities/runs/book.ts';
import { createRunActivities, orderBookSinks } from '../../src/index.ts';
import { runBookInMemory } from '../support/run-book-in-memory.ts';
import { scriptedRunProviders } from '../support/scripted-run-providers.ts';

const minuteMs = 60_000;
const startMs = Date.parse('2026-01-02T03:04:05.000Z');
const runId = 'STO-1';

type Told = Exclude<RunCommandName, 'refund' | 'cancel' | 'stop'>;

/** What happens to a standing order, and when, in minutes from its start. */
export type StandingSchedule = {
  times: number | null;
  stopsAt: number | null;
  commands: { at: number; name: Told }[];
  restarts: number[];
  /** For so many minutes, no worker is there. */
  absences: { at: number; forMinutes: number }[];
  /** The engine's clock jumps by so many minutes. */
  jumps: { at: number; byMinutes: number }[];
  /** A share of the calls to the engine whose reply is lost, and of catalogues that cannot be had. */
  faults: number;
  seed: number;
};

export type PlayedStandingOrder = {
  run: StandingOrderRun;
  journal: RunEntry[];
  /** How often the workflow of each order was started. */
  placed: Map<string, number>;
  told: string[];
  failedTasks: string[];
  histories: (readonly HistoryEvent[])[];
};

const started: StartedStandingOrder = {
  ...{ runId, kind: 'STANDING_ORDER', startedBy: 'ada', startedByStaff: false, fingerprint: 'f' },
  ...{ startedAt: new Date(startMs).toISOString(), correlationId: 'cor-1', limits: { commands: 100_000 } },
  ...{ every: 'PT1M', everyMs: minuteMs, firstAt: new Date(startMs + minuteMs).toISOString(), times: null },
  template: {
    ...{ customerId: 'ada', customerEmail: 'ada@example.com', currencyCode: 'USD', plan: 'AUTHORIZE_FIRST' },
    items: [{ sku: 'MUG', quantity: 1, price: null }],
    shippingAddress: { street: '1 First Street', city: 'London', state: null, zip: 'N1', country: 'GB' },
    ...{ requiresApproval: false, approvalTimeoutMs: 120_000, autoApproveAfterMs: null },
  },
};

/** Plays a standing order of one minute without an engine, and in virtual time. */
export async function simulateStandingOrder(
  sandbox: Sandbox,
  schedule: StandingSchedule,
): Promise<PlayedStandingOrder> {
  const chance = createChance(schedule.seed);
  const eventQueue = createEventQueue(chance, Number.POSITIVE_INFINITY);
  const world: World = {
    chance,
    eventQueue,
    activities: {},
    takes: () => undefined,
    workersAwayUntilMs: 0,
    clockAheadMs: 0,
  };
  const failedTasks: string[] = [];
  const worker = new SimulatedWorker(world, sandbox, {
    onFailure: (message) => void failedTasks.push(message),
    onAnswer: () => undefined,
    asks: () => [],
  });
  const engine = new Engine(world, (execution) => worker.polls(execution));
  const book = runBookInMemory();
  const placed = new Map<string, number>();
  const { activities, sinks } = neighbours({ book, placed, isFaulty: () => chance.isSo(schedule.faults) });
  world.activities = activities as unknown as Record<string, ActivityFunction>;
  world.takes = ({ ifaceName, workflowInfo, args }) => {
    const [entry] = JSON.parse(JSON.stringify(args)) as [RunBookEntry];
    if (ifaceName === 'orderBook') void sinks.orderBook.tellRun.fn(workflowInfo, entry);
  };

  const workflowId = runWorkflows.idFor(runId);
  const told = tellAll({ engine, world, worker, workflowId, schedule });
  engine.start({
    workflowId,
    workflowType: { name: runWorkflows.workflows.STANDING_ORDER },
    taskQueue: { name: runWorkflows.taskQueue },
    input: asPayloads({ ...started, times: schedule.times }),
  });
  const isOver = () => failedTasks.length > 0 || engine.executions.get(workflowId)?.isClosed === true;
  await eventQueue.untilOver(isOver, () => undefined).catch((error: unknown) => failedTasks.push(String(error)));
  if (!isOver()) failedTasks.push('It waits for what never comes');
  engine.close();
  await worker.restarts(0);
  await settled();

  const histories = engine.history.map(({ history }) => history);
  for (const history of failedTasks.length === 0 ? histories : []) {
    const failed = await replay(sandbox, history);
    if (failed) failedTasks.push(`replayed from nothing: ${failed}`);
  }
  const run = (book.run() ?? runAsStarted(started)) as StandingOrderRun;
  return { run, journal: book.journal(), placed, told, failedTasks, histories };
}

type Neighbours = {
  book: ReturnType<typeof runBookInMemory>;
  placed: Map<string, number>;
  isFaulty: () => boolean;
};

/** The real activities of runs, whose orders are started in memory. */
function neighbours({ book, placed, isFaulty }: Neighbours) {
  const { providers } = scriptedRunProviders(runId);
  const inventory = {
    ...providers.inventory,
    catalogue: async () => {
      if (isFaulty()) throw new Error('scripted: no catalogue');
      return providers.inventory.catalogue();
    },
  };
  const place: Orders['place'] = async (order) => {
    const orderId = order.orderId ?? '';
    if (order.placedBy !== runId) throw new OrderConflict(orderId, 'Somebody else placed it');
    const isNew = !placed.has(orderId);
    placed.set(orderId, (placed.get(orderId) ?? 0) + (isNew ? 1 : 0));
    if (isFaulty()) throw new Error('scripted: the reply was lost');
    return { orderId, placed: null };
  };
  const books = { runs: book, identity: async () => undefined } as unknown as OrderBookClient;
  const runs = { tellRefund: async () => false };
  const dependencies = { providers: { ...providers, inventory } as never, book: books, orders: { place }, runs };
  return { activities: createRunActivities(dependencies), sinks: orderBookSinks(books, { info: () => undefined }) };
}

type Telling = {
  engine: Engine;
  world: World;
  worker: SimulatedWorker;
  workflowId: string;
  schedule: StandingSchedule;
};

/** Puts into the queue all that happens from outside. Returns the ids of the commands that the workflow was told. */
function tellAll({ engine, world, worker, workflowId, schedule }: Telling): string[] {
  const told: string[] = [];
  const at = (minutes: number, run: () => void | Promise<void>) => world.eventQueue.in(minutes * minuteMs, run);
  const tell = (name: Told | 'stop') => () => {
    const commandId = `${name}-${told.length + 1}`;
    const command = { commandId, actor: 'maria', fingerprint: name, correlationId: '', byStaff: true, note: null };
    if (engine.signal(workflowId, runWorkflows.signals[name], asPayloads(command))) told.push(commandId);
  };
  for (const { at: minutes, name } of schedule.commands) at(minutes, tell(name));
  if (schedule.stopsAt !== null) at(schedule.stopsAt, tell('stop'));
  for (const minutes of schedule.restarts)
    at(minutes, () => {
      engine.workersLeave();
      return worker.restarts(10_000);
    });
  for (const { at: minutes, forMinutes } of schedule.absences)
    at(minutes, () => {
      world.workersAwayUntilMs = world.eventQueue.now() + forMinutes * minuteMs;
    });
  for (const { at: minutes, byMinutes } of schedule.jumps)
    at(minutes, () => {
      world.clockAheadMs = (world.clockAheadMs ?? 0) + byMinutes * minuteMs;
    });
  return told;
}
