import { fulfillment, type OrderAnswer, type OrderState } from '@waybill/contracts/domain';
import {
  type ActivityFunction,
  asPayloads,
  createChance,
  createEventQueue,
  Engine,
  type Sandbox,
  SimulatedWorker,
  type World,
} from '@waybill/temporal-simulator';
import { createBackOffActivities } from '../../src/activities/back-off.ts';
import type { Entry } from '../../src/activities/order-book.ts';
import { orderBookSinks } from '../../src/index.ts';
import type { Said } from '../model/schedule.ts';
import { signalOf, staged } from '../model/staging.ts';
import { activitiesOf, clientsOf } from '../support/calls.ts';
import { askingOrdersOf } from './asking.ts';
import type { Interruption, SimulatedSchedule } from './schedule-generator.ts';

export type Simulation = ReturnType<typeof openSimulation>;

/** The engine, a worker, the providers, the book and the people of one order. */
export function openSimulation(sandbox: Sandbox, orderId: string, schedule: SimulatedSchedule) {
  const failedTasks: string[] = [];
  const answers: OrderState[] = [];
  const chance = createChance(schedule.seed);
  const world: World = {
    chance,
    eventQueue: createEventQueue(chance),
    activities: {},
    takes: () => undefined,
    workersAwayUntilMs: 0,
  };
  const workflowId = fulfillment.idFor(orderId);
  const worker = new SimulatedWorker(world, sandbox, {
    onFailure: (message) => void failedTasks.push(message),
    onAnswer: (answer) => void answers.push((answer as OrderAnswer).order),
    asks: (execution) =>
      schedule.isWatched && execution.workflowId === workflowId && chance.isSo(0.7) ? [fulfillment.queries.order] : [],
  });
  const engine = new Engine(world, (execution) => worker.polls(execution));

  const hear = ({ command, ...said }: Said) => {
    if (command === 'cancel the workflow') engine.cancel(workflowId);
    else engine.signal(workflowId, fulfillment.signals[command], asPayloads(signalOf({ ...said, command }).payload));
  };
  /** People say it at once, or when the order has gone on a little. */
  const say = async (said: Said) => void world.eventQueue.in(chance.within(chance.oneOf([1, 60])), () => hear(said));
  const stage = staged(orderId, schedule, say);
  connect(world, engine, new Map([[orderId, stage]]));

  return {
    world,
    engine,
    worker,
    stage,
    failedTasks,
    answers,
    interrupt: createInterruptions({ world, engine, worker, stage, workflowId }),
  };
}

type Interrupted = {
  world: World;
  engine: Engine;
  worker: SimulatedWorker;
  stage: ReturnType<typeof staged>;
  workflowId: string;
};

/** What may come between two events. */
function createInterruptions({ world, engine, worker, stage, workflowId }: Interrupted) {
  const { chance, eventQueue } = world;
  const interruptions: Record<Interruption['what'], () => void | Promise<void>> = {
    'the workers restart': () => {
      world.workersAwayUntilMs = eventQueue.now() + chance.oneOf([0, 0, 10, 500, 5_000]);
      engine.workersLeave();
      return worker.restarts(chance.oneOf([100, 1_000, 10_000]));
    },
    'the book goes away': () => {
      stage.book.goesAway();
      eventQueue.in(chance.oneOf([10, 100, 1_000, 20_000]), stage.book.isBack);
    },
    async 'someone asks'() {
      for (const execution of engine.executions.values())
        if (execution.workflowId === workflowId) await worker.isAsked(execution, fulfillment.queries.order);
    },
  };
  return (what: Interruption['what']) => interruptions[what]();
}

/** The real activities and sinks, on what the stage of the order has in the place of providers and book. */
function connect(world: World, engine: Engine, places: ReadonlyMap<string, ReturnType<typeof staged>>): void {
  const { orderBook } = orderBookSinks(clientsOf(places).book, { info: () => undefined });
  world.takes = ({ ifaceName, workflowInfo, args }) => {
    const [entry] = JSON.parse(JSON.stringify(args)) as [Entry]; // as it comes out of the sandbox of a real worker
    if (ifaceName === 'orderBook') void orderBook.tell.fn(workflowInfo, entry);
  };
  const { orders, shipping } = activitiesOf(places, askingOrdersOf(world, engine));
  const backOff = createBackOffActivities({ skipBackOff: async () => undefined });
  world.activities = { ...orders, ...shipping, ...backOff } as unknown as Record<string, ActivityFunction>;
}
