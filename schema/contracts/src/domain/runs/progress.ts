import { runEndIsDecided } from './commands.ts';
import type { RunState } from './state.ts';

/**
 * The progress of a run, 0 to 100: the finished steps divided by all steps, rounded down. For a standing order it is
 * the placements made divided by all placements, and null without an end. It never falls, stops once the end is
 * decided, and is 100 only when the run is completed.
 */
export function runProgressOf(run: RunState): number | null {
  const { done, all } = workOf(run);
  if (all === null) return null;
  if (run.status === 'COMPLETED') return 100;
  const before = run.progress ?? 0;
  return runEndIsDecided(run) ? before : Math.max(before, Math.min(99, Math.floor((100 * done) / all)));
}

function workOf(run: RunState): { done: number; all: number | null } {
  if (run.kind === 'STANDING_ORDER') return { done: run.placed + run.refused, all: run.times };
  const over = run.steps.filter(({ status }) => status !== 'PENDING' && status !== 'RUNNING');
  return { done: over.length, all: run.steps.length };
}
