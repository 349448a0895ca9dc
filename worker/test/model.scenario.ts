import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { violated } from './model/invariants.ts';
import { play } from './model/play.ts';
import { type Schedule, schedules } from './model/schedule.ts';
import { openTestWorkers, type TestWorkers } from './support/test-workers.ts';

const count = Number(process.env.WAYBILL_MODEL_SCHEDULES ?? 5);
const seed = Number(process.env.WAYBILL_MODEL_SEED ?? 5);
const atOnce = 400;
/**
 * A task that a worker leaves behind comes back after ten seconds: less often would be no test, more often no progress.
 */
const restartEveryMs = 20_000;

test(`nothing is lost, doubled or partly compensated in ${count} schedules (seed ${seed})`, async () => {
  const workers = await openTestWorkers(inject('temporalAddress'));
  const restarts = restarting(workers);

  const broken = await playAll(workers, fc.sample(schedules, { seed, numRuns: count }));
  await restarts.end();
  await workers.close();

  expect(broken).toEqual([]);
}, 3_600_000);

/** Plays them all, many at once, and tells of those that went wrong. */
async function playAll(workers: TestWorkers, todo: readonly Schedule[]) {
  const broken: { at: number; violated: string[]; schedule: string; effects: string[]; failedTasks: string[] }[] = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < todo.length; at = next++) {
      const schedule = todo[at] as Schedule;
      const played = await play(workers, schedule);
      const names = violated(played, schedule);
      const { effects, failedTasks } = played;
      if (names.length > 0)
        broken.push({ at, violated: names, schedule: JSON.stringify(schedule), effects, failedTasks });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return broken;
}

/** Workers go away in the middle of their work, and others come that know nothing but the histories. */
function restarting(workers: TestWorkers) {
  const over = new AbortController();
  const running = (async () => {
    while (!over.signal.aborted) {
      await untilOver(restartEveryMs, over.signal);
      await workers.workersLeave();
      await workers.workersCome();
    }
  })();
  return {
    end: () => {
      over.abort();
      return running;
    },
  };
}

const untilOver = (ms: number, signal: AbortSignal) => pause(ms, undefined, { signal }).catch(() => undefined);
