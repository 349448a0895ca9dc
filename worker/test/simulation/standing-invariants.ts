import { placementOrderId, reservedOrderId } from '@waybill/contracts/domain';
import type { PlayedStandingOrder } from './standing-order.ts';

/** The history of one execution holds so many events at most. */
const eventsAtMost = 2_000;

/** What must hold of every standing order, as sentences; empty where all of it holds. */
export function violatedByStandingOrder(played: PlayedStandingOrder): string[] {
  const { failedTasks, histories, run } = played;
  const long = histories.filter(({ length }) => length > eventsAtMost).length;
  return [
    ...failedTasks.map((message) => `A task failed: ${message}`),
    ...(long > 0 ? [`${long} histories hold more than ${eventsAtMost} events`] : []),
    ...(run.generation === histories.length - 1
      ? []
      : [`It counts ${run.generation} of ${histories.length} executions`]),
    ...(run.closedAt === null ? ['It has not ended'] : []),
    ...ofPeriods(played),
    ...ofSkips(played),
    ...ofOrders(played),
    ...ofBook(played),
  ];
}

type Period = { number: number; atMs: number; count: number; what: string; orderId?: string; code?: string };

/** The periods that the journal tells of, in order. */
function periodsIn({ journal }: PlayedStandingOrder): Period[] {
  return journal.flatMap(({ type, actor, detail }) => {
    const isPeriod = ['PLACED', 'STEP_FAILED', 'MISSED'].includes(type) || (type === 'SKIPPED' && actor === null);
    if (!isPeriod) return [];
    const { at, ...rest } = detail as Omit<Period, 'atMs' | 'count' | 'what'> & { at: string; count?: number };
    return [{ count: 1, ...rest, atMs: Date.parse(at), what: type }];
  });
}

/** No period is lost, and none is taken twice. */
function ofPeriods(played: PlayedStandingOrder): string[] {
  const { run } = played;
  const broken: string[] = [];
  let number = 1;
  let fromMs = 0;
  for (const period of periodsIn(played)) {
    if (period.number !== number)
      broken.push(`Number ${period.number} (${period.what}) comes where ${number} was next`);
    if (period.atMs < fromMs) broken.push(`The period of number ${period.number} was there before`);
    if ((period.atMs - Date.parse(run.firstAt)) % run.everyMs !== 0)
      broken.push(`Number ${period.number} is off the beat`);
    number = period.number + period.count;
    fromMs = period.atMs + period.count * run.everyMs;
  }
  const counted = run.placed + run.refused + run.skipped + run.missed;
  if (counted !== number - 1) broken.push(`The state counts ${counted} periods, the journal ${number - 1}`);
  if (run.times !== null && run.placed + run.refused > run.times) broken.push(`More than ${run.times} were placed`);
  return broken;
}

/** A period that somebody skipped is told, unless the standing order ended before its time. */
function ofSkips(played: PlayedStandingOrder): string[] {
  const { run, journal } = played;
  const periods = periodsIn(played);
  const isTold = (atMs: number) =>
    periods.some((period) => atMs >= period.atMs && atMs < period.atMs + period.count * run.everyMs);
  return journal
    .filter(({ type, actor }) => type === 'SKIPPED' && actor !== null)
    .map(({ detail }) => (detail as { at: string }).at)
    .filter((at) => at <= (run.endedAt ?? at) && !isTold(Date.parse(at)))
    .map((at) => `The period of ${at} was skipped, and is told nowhere`);
}

/**
 * An order is placed for each period that is told as placed, under its number or, where somebody else has that id, under the
 * one that is reserved for it. Where somebody has both, the period is refused by that name, and nothing is placed.
 */
function ofOrders(played: PlayedStandingOrder): string[] {
  const { run, placed, taken, isFaulty } = played;
  return periodsIn(played).flatMap(({ number, what, orderId, code }) => {
    const first = placementOrderId(run.runId, number);
    const own = taken.has(first) ? reservedOrderId(first) : first;
    if (what === 'PLACED' && orderId !== own) return [`Number ${number} is told as ${orderId}, which is not ${own}`];
    if (what === 'PLACED' && placed.get(own) !== 1) return [`Number ${number} is told as placed, and was not once`];
    if (code === 'IDEMPOTENCY_CONFLICT' && !taken.has(own)) return [`Number ${number} is refused, and ${own} is free`];
    if (what === 'STEP_FAILED' && !isFaulty && code !== 'IDEMPOTENCY_CONFLICT')
      return [`Number ${number} has failed of ${code}`];
    return [];
  });
}

/** The book has every entry, and a verdict on every command. */
function ofBook({ run, journal, told }: PlayedStandingOrder): string[] {
  const verdicts = new Map(run.verdicts.map(({ commandId }) => [commandId, true]));
  const unheard = told.filter((commandId) => !verdicts.has(commandId));
  return [
    ...(journal.length === run.revision ? [] : [`The book has ${journal.length} entries of ${run.revision}`]),
    ...(verdicts.size === run.verdicts.length ? [] : ['A command has two verdicts']),
    ...unheard.map((commandId) => `${commandId} has no verdict`),
  ];
}
