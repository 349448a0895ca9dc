import { fulfillment, type OrderOutcome } from '@waybill/contracts/domain';
import { asPayloads, contentOf, type HistoryEvent, replay, type Sandbox, settled } from '@waybill/temporal-simulator';
import type { OrderBookActivities } from '../../src/activities/order-book.ts';
import type { Played } from '../model/play.ts';
import { orderOf } from '../model/staging.ts';
import { orderIn } from './order-in-history.ts';
import { isRestarted, type SimulatedSchedule } from './schedule-generator.ts';
import { openSimulation, type Simulation } from './simulation.ts';

/** What became of an order, and the histories of its workflows. */
export type Simulated = Played & { histories: (readonly HistoryEvent[])[] };

const orderId = 'ORD-00000000-0000-4000-8000-000000000001';
const fixed = { orderId, correlationId: orderId, placedAt: '2026-01-02T03:04:05.000Z' };

/**
 * Plays one schedule without an engine: the workflow code in the SDK's sandbox, the activities in their context, and in
 * the place of the engine and of the SDK's core what they would have made of it. Nothing waits, and a schedule has one
 * course.
 */
export async function simulate(sandbox: Sandbox, schedule: SimulatedSchedule): Promise<Simulated> {
  const simulation = openSimulation(sandbox, orderId, schedule);
  const { engine, stage, failedTasks, answers } = simulation;

  engine.start({
    workflowId: fulfillment.idFor(orderId),
    workflowType: { name: fulfillment.workflow },
    taskQueue: { name: fulfillment.taskQueue },
    input: asPayloads(orderOf(schedule, fixed)),
  });
  await stage.comes('start');
  await untilClosed(simulation, schedule);
  await stage.isOver();

  const histories = [...engine.executions.values()].map(({ history }) => history);
  for (const history of failedTasks.length === 0 ? histories : []) {
    const failed = await replay(sandbox, history);
    if (failed) failedTasks.push(`replayed from nothing: ${failed}`);
  }
  return {
    orderId,
    result: resultOf(histories[0]),
    order: stage.book.order(),
    journal: stage.book.journal,
    own: histories[0] && failedTasks.length === 0 ? await orderIn(sandbox, histories[0]) : undefined,
    effects: stage.script.journal,
    heard: heardIn(histories[0] ?? []),
    failedTasks,
    // A task that is lost may have written in passing what comes otherwise when it is done again.
    seen: { asked: answers, booked: isRestarted(schedule) ? [] : stage.states },
    histories,
  };
}

async function untilClosed({ world, engine, worker, interrupt, failedTasks }: Simulation, schedule: SimulatedSchedule) {
  const isClosed = () => [...engine.executions.values()].every((execution) => execution.isClosed);
  const between = async (happened: number) => {
    for (const { after, what } of schedule.interruptions) if (after === happened) await interrupt(what);
  };
  await world.eventQueue
    .untilOver(() => failedTasks.length > 0 || isClosed(), between)
    .catch((error: unknown) => failedTasks.push(String(error)));
  if (failedTasks.length === 0 && !isClosed()) failedTasks.push('It waits for what never comes');
  engine.close();
  await worker.restarts(0);
  await settled();
}

/** The commands that had come when the workflow last told the book, which then knew their verdicts. */
function heardIn(history: readonly HistoryEvent[]): string[] {
  const told = history.findLastIndex(
    ({ type, attributes }) =>
      type === 'activityTaskScheduled' &&
      attributes.activityType.name === ('recordOrder' satisfies keyof OrderBookActivities),
  );
  const lastTask = history.slice(0, told).findLastIndex(({ type }) => type === 'workflowTaskStarted');
  return history.slice(0, lastTask).flatMap(({ type, attributes }) => {
    if (type !== 'workflowExecutionSignaled' || !attributes.input) return [];
    const { commandId } = contentOf<{ commandId?: unknown }>(attributes.input);
    return typeof commandId === 'string' ? [commandId] : [];
  });
}

function resultOf(history: readonly HistoryEvent[] | undefined): OrderOutcome | undefined {
  const last = history?.at(-1);
  return last?.type === 'workflowExecutionCompleted' ? contentOf(last.attributes.result) : undefined;
}
