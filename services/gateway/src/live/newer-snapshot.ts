import { isDeepStrictEqual } from 'node:util';
import { currentCompensations, currentSteps } from '@waybill/graphql';
import type { Snapshot } from './source.ts';

/**
 * Neither attempts nor percentages decrease, whichever source was read last: the engine drops a finished activity
 * before the workflow knows of its result.
 */
export function withoutRegression<S extends Snapshot>(before: S | undefined, next: S): S {
  if (!before) return next;
  const steps = allRaised(next.steps, currentSteps(before));
  const compensations = allRaised(next.compensations, currentCompensations(before));
  return steps === next.steps && compensations === next.compensations ? next : { ...next, steps, compensations };
}

type Attempt = { name: string; attempt: number; percent?: number | null };

/** The same array if nothing was higher before. */
function allRaised<T extends Attempt>(now: T[], before: readonly Attempt[]): T[] {
  const raised = now.map((it) =>
    raisedTo(
      before.find(({ name }) => name === it.name),
      it,
    ),
  );
  return raised.every((it, at) => it === now[at]) ? now : raised;
}

function raisedTo<T extends Attempt>(before: Attempt | undefined, now: T): T {
  const attempt = Math.max(now.attempt, before?.attempt ?? 0);
  const percent = Math.max(now.percent ?? -1, before?.percent ?? -1);
  if (attempt === now.attempt && percent === (now.percent ?? -1)) return now;
  return { ...now, attempt, ...(percent < 0 ? {} : { percent }) };
}

/**
 * Whether `next` is older than `known`. A closed state never is: a state that was recorded in passing may come from a
 * workflow task that the engine never accepted, and have a higher revision.
 */
export const isOlder = (known: Snapshot, next: Snapshot): boolean =>
  next.revision < known.revision && (next.closedAt === null || known.closedAt !== null);

/** True when `next` differs from `known` and is not older. */
export function isNewer(known: Snapshot | undefined, next: Snapshot): boolean {
  if (!known || next.revision !== known.revision) return !known || !isOlder(known, next);
  if (next.closedAt !== known.closedAt || next.taskFailing !== known.taskFailing) return true;
  if (next.attention !== known.attention) return true;
  return !isDeepStrictEqual(next.running, known.running);
}
