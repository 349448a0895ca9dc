import { type Money, type RefundCommand, refund, runWorkflows, type StartedPayment } from '@waybill/contracts/domain';
import type { OrderBookClient } from '@waybill/order-book-client';
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
import type { RunBookEntry } from '../../src/activities/runs/book.ts';
import { createOrdersActivities, createRunActivities, orderBookSinks } from '../../src/index.ts';
import { fakeRunProviders } from '../support/fake-run-providers.ts';
import { runBookInMemory } from '../support/run-book-in-memory.ts';
import { fails, losesItsReply, refuses, take, works } from '../support/script.ts';
import { type RefusedCall, refusalOf } from './payment-refusals.ts';

export const runId = 'RUN-1';
const workflowId = runWorkflows.idFor(runId);

const asStarted: StartedPayment = {
  runId,
  kind: 'PAYMENT',
  startedBy: 'ada',
  startedByStaff: false,
  fingerprint: 'f',
  correlationId: 'cor-1',
  startedAt: '2026-01-02T03:04:05.000Z',
  orderId: 'ORD-1',
  customerId: 'ada',
  cancellableForMs: null,
  amount: { amountMinor: 1_000, currencyCode: 'USD' },
};

type Chances = { seed: number; faults: number; refused: readonly RefusedCall[] };

export type PaymentStage = ReturnType<typeof openPaymentStage>;

/** The engine, a worker, the bank and the order book of one payment. */
export function openPaymentStage(sandbox: Sandbox, chances: Chances) {
  const world = createWorld(chances.seed);
  const failedTasks: string[] = [];
  const onFailure = (message: string) => void failedTasks.push(message);
  const worker = new SimulatedWorker(world, sandbox, { onFailure, onAnswer: () => undefined, asks: () => [] });
  const engine = new Engine(world, (execution) => worker.polls(execution));
  const neighbours = openNeighbours(world, engine, chances);
  let toCome = 0;
  const start = createStart(engine);
  const isOver = () =>
    failedTasks.length > 0 || (toCome === 0 && [...engine.executions.values()].every(({ isClosed }) => isClosed));

  return {
    world,
    worker,
    engine,
    failedTasks,
    ...neighbours,
    at(ms: number, happens: () => void | Promise<void>): void {
      toCome += 1;
      world.eventQueue.in(ms, () => {
        toCome -= 1;
        return happens();
      });
    },
    pays: (cancellableForMs: number | null) =>
      start(runWorkflows.workflows.PAYMENT, workflowId, { ...asStarted, cancellableForMs }),
    cancels: () => void engine.signal(workflowId, runWorkflows.signals.cancel, asPayloads(cancellation)),
    /** Starts the workflow of a refund, unless the engine knows it already. */
    refunds(commandId: string, amount: Money | null): void {
      const id = refund.idFor(runId, commandId);
      if (!engine.executions.has(id)) start(refund.workflow, id, refundAs(commandId, amount));
    },
    async untilOver(): Promise<void> {
      await world.eventQueue.untilOver(isOver, () => undefined).catch((error: unknown) => onFailure(String(error)));
      if (!isOver()) onFailure('It waits for what never comes');
    },
  };
}

function createWorld(seed: number): World {
  const chance = createChance(seed);
  const eventQueue = createEventQueue(chance);
  return { chance, eventQueue, activities: {}, takes: () => undefined, workersAwayUntilMs: 0 };
}

const refundAs = (commandId: string, amount: Money | null): RefundCommand => ({
  commandId,
  actor: 'maria',
  fingerprint: commandId,
  correlationId: 'cor-2',
  byStaff: true,
  runId,
  amount,
  reason: 'Broken',
});

const createStart = (engine: Engine) => (type: string, id: string, input: object) =>
  engine.start({
    workflowId: id,
    workflowType: { name: type },
    input: asPayloads(input),
    taskQueue: { name: runWorkflows.taskQueue },
  });

/** What a person says who cancels. */
const cancellation = {
  commandId: 'cancel-1',
  actor: 'ada',
  fingerprint: 'c',
  correlationId: 'cor-3',
  byStaff: false,
  reason: 'No longer wanted',
};

/** The real activities over a bank and a book in memory; a call may come to nothing, and its reply may be lost. */
function openNeighbours(world: World, engine: Engine, { faults, refused }: Chances) {
  const { chance } = world;
  const book = runBookInMemory();
  const turn = () => (chance.isSo(faults) ? chance.oneOf([fails, losesItsReply]) : works);
  const { providers, account, scripts } = fakeRunProviders(runId, turn);
  for (const call of refused) scripts(call, ...(chance.isSo(faults) ? [fails] : []), refuses(refusalOf[call]));
  const record: typeof book.record = async (id, request) => {
    const write = () => {
      const written = book.record(id, request);
      written.catch(() => undefined); // nobody hears of a refusal whose reply is lost
      return written;
    };
    return take(turn(), write, undefined);
  };
  const books = { runs: { ...book, record } } as unknown as OrderBookClient;
  const runs = {
    tellRefund: (id: string, refunded: object) => {
      const tell = () => engine.signal(runWorkflows.idFor(id), refund.signal, asPayloads(refunded));
      return take(turn(), tell, undefined);
    },
  };
  const activities = {
    ...createOrdersActivities(providers as never, books),
    ...createRunActivities({ providers: providers as never, book: books, orders: {} as never, runs }),
  };
  world.activities = activities as unknown as Record<string, ActivityFunction>;
  const { orderBook } = orderBookSinks(books, { info: () => undefined });
  world.takes = ({ ifaceName, workflowInfo, args }) => {
    const [entry] = JSON.parse(JSON.stringify(args)) as [RunBookEntry];
    if (ifaceName === 'orderBook') void orderBook.tellRun.fn(workflowInfo, entry);
  };
  return { book, account };
}
