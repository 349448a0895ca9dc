import type { ActivityFunction } from './activities/attempt.ts';
import type { SinkCall } from './sdk/sdk.ts';
import type { Chance } from './time/chance.ts';
import type { EventQueue } from './time/event-queue.ts';

/** What everything in a simulation shares. */
export type World = {
  eventQueue: EventQueue;
  chance: Chance;
  activities: Readonly<Record<string, ActivityFunction>>;
  /** Does what a workflow exports. */
  takes: (call: SinkCall) => void;
  /** Until then, no worker takes anything. */
  workersAwayUntilMs: number;
  /** How far the engine's clock is ahead of the time that has passed; negative when it was set back. */
  clockAheadMs?: number;
};

/** How long it takes until a worker takes what there is to do. */
export const untilTaken = ({ eventQueue, chance, workersAwayUntilMs }: World): number =>
  Math.max(0, workersAwayUntilMs - eventQueue.now()) + chance.moment();

/** Everything that promises have set off is done. */
export const settled = (): Promise<void> => new Promise(setImmediate);

export const msOf = (duration: { seconds?: unknown; nanos?: number | null } | null | undefined): number =>
  Number(duration?.seconds ?? 0) * 1_000 + Math.round((duration?.nanos ?? 0) / 1_000_000);
