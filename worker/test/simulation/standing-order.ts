import {
  type RunEntry,
  reservedIdSuffix,
  runAsStarted,
  runWorkflows,
  type StandingOrderRun,
} from '@waybill/contracts/domain';
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
import { runBookInMemory } from '../support/run-book-in-memory.ts';
import { queueMessages } from './standing-messages.ts';
import { createNeighbours } from './standing-neighbours.ts';
import { runId, type StandingSchedule, started } from './standing-schedule.ts';

export type PlayedStandingOrder = {
  run: StandingOrderRun;
  journal: RunEntry[];
  /** How often the workflow of each order was started. */
  placed: Map<string, number>;
  isFaulty: boolean;
  /** The ids that somebody else has. */
  taken: ReadonlySet<string>;
  told: string[];
  failedTasks: string[];
  histories: (readonly HistoryEvent[])[];
};

/** Plays a standing order of one minute without an engine, and in virtual time. */
export async function simulateStandingOrder(
  sandbox: Sandbox,
  schedule: StandingSchedule,
): Promise<PlayedStandingOrder> {
  const failedTasks: string[] = [];
  const world = createWorld(schedule);
  const { chance, eventQueue } = world;
  const worker = new SimulatedWorker(world, sandbox, {
    onFailure: (message) => void failedTasks.push(message),
    onAnswer: () => undefined,
    asks: () => [],
  });
  const engine = new Engine(world, (execution) => worker.polls(execution));
  const book = runBookInMemory();
  const placed = new Map<string, number>();
  const { taken, isTaken } = createForeignOrders(schedule, chance);
  connect(world, createNeighbours({ book, placed, isTaken, isFaulty: () => chance.isSo(schedule.faults) }));

  const workflowId = runWorkflows.idFor(runId);
  const told = queueMessages({ engine, world, worker, workflowId, schedule });
  start(engine, workflowId, schedule);
  const isOver = () => failedTasks.length > 0 || engine.executions.get(workflowId)?.isClosed === true;
  await eventQueue.untilOver(isOver, () => undefined).catch((error: unknown) => failedTasks.push(String(error)));
  if (!isOver()) failedTasks.push('It waits for what never comes');
  engine.close();
  await worker.restarts(0);
  await settled();

  const histories = engine.history.map(({ history }) => history);
  if (failedTasks.length === 0) failedTasks.push(...(await failedReplays(sandbox, histories)));
  const run = (book.run() ?? runAsStarted(started)) as StandingOrderRun;
  return { run, journal: book.journal(), placed, taken, isFaulty: schedule.faults > 0, told, failedTasks, histories };
}

/** Somebody else's orders. Who has an id has it for ever, so it is decided when an id is first asked for. */
function createForeignOrders({ taken: share }: StandingSchedule, chance: World['chance']) {
  const taken = new Set<string>();
  const known = new Set<string>();
  const isTaken = (orderId: string): boolean => {
    const isReserved = orderId.endsWith(reservedIdSuffix);
    if (!known.has(orderId) && chance.isSo(isReserved ? 0.5 : share)) taken.add(orderId);
    known.add(orderId);
    return taken.has(orderId);
  };
  return { taken, isTaken };
}

function createWorld({ seed }: StandingSchedule): World {
  const chance = createChance(seed);
  return {
    chance,
    eventQueue: createEventQueue(chance, Number.POSITIVE_INFINITY),
    activities: {},
    takes: () => undefined,
    workersAwayUntilMs: 0,
    clockAheadMs: 0,
  };
}

/** Gives the worker its activities and its sinks. */
function connect(world: World, { activities, sinks }: ReturnType<typeof createNeighbours>): void {
  world.activities = activities as unknown as Record<string, ActivityFunction>;
  world.takes = ({ ifaceName, workflowInfo, args }) => {
    const [entry] = JSON.parse(JSON.stringify(args)) as [RunBookEntry];
    if (ifaceName === 'orderBook') void sinks.orderBook.tellRun.fn(workflowInfo, entry);
  };
}

const start = (engine: Engine, workflowId: string, { times }: StandingSchedule) =>
  engine.start({
    workflowId,
    workflowType: { name: runWorkflows.workflows.STANDING_ORDER },
    taskQueue: { name: runWorkflows.taskQueue },
    input: asPayloads({ ...started, times }),
  });

async function failedReplays(sandbox: Sandbox, histories: readonly (readonly HistoryEvent[])[]): Promise<string[]> {
  const failures: string[] = [];
  for (const history of histories) {
    const failed = await replay(sandbox, history);
    if (failed) failures.push(`replayed from nothing: ${failed}`);
  }
  return failures;
}
