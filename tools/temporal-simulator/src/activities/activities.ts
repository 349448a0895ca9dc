import type { Attributes, Happening } from '../history/history.ts';
import type { ScheduleLocalActivity } from '../machines/local-activity-machine.ts';
import { msOf, type World } from '../world.ts';
import { beginAttempt } from './attempt.ts';
import { Attempts, type Ended } from './attempts.ts';

type Scheduled = Attributes['activityTaskScheduled'];

/** The execution that has scheduled an activity, and by which event. */
type Scheduler = { workflowExecution: { workflowId: string; runId: string }; scheduledEventId: number };

/** Runs an activity that a workflow has scheduled. `ends` receives the events of its end. */
export function runActivity(
  world: World,
  { workflowExecution, scheduledEventId }: Scheduler,
  { activityId, activityType, input, retryPolicy, ...scheduled }: Scheduled,
  ends: (...happenings: Happening[]) => void,
): Attempts {
  const startToCloseTimeoutMs = msOf(scheduled.startToCloseTimeout);
  const ofTask = {
    workflowExecution,
    activityId,
    activityType: activityType.name,
    input,
    startToCloseTimeoutMs,
    isLocal: false,
  };
  return new Attempts(world, {
    begin: (attempt) => beginAttempt(functionOf(world, activityType.name), { ...ofTask, attempt }),
    retry: retryPolicy,
    startToCloseMs: startToCloseTimeoutMs,
    heartbeatMs: msOf(scheduled.heartbeatTimeout),
    ends: (how) => ends(...toldOf(how, scheduledEventId)),
  });
}

/** Runs a local activity in the worker that its workflow is in. */
export function runLocalActivity(
  world: World,
  { activityId, activityType, startToCloseTimeout, retryPolicy, ...scheduled }: ScheduleLocalActivity,
  ends: (how: Ended) => void | Promise<void>,
): Attempts {
  const startToCloseTimeoutMs = msOf(startToCloseTimeout);
  const input = { payloads: scheduled.arguments ?? [] };
  const ofTask = { activityId: activityId ?? '', activityType: activityType ?? '', input, startToCloseTimeoutMs };
  return new Attempts(world, {
    begin: (attempt) => beginAttempt(functionOf(world, ofTask.activityType), { ...ofTask, attempt, isLocal: true }),
    retry: retryPolicy,
    startToCloseMs: startToCloseTimeoutMs,
    heartbeatMs: 0,
    ends,
  });
}

function functionOf({ activities }: World, name: string) {
  const run = activities[name];
  if (!run) throw new Error(`No worker knows the activity ${name}`);
  return run;
}

/** An activity that nobody had begun when it was cancelled has no start. */
function toldOf(how: Ended, scheduledEventId: number): Happening[] {
  const started: Happening[] =
    how.attempt === 0 ? [] : [{ type: 'activityTaskStarted', attributes: { scheduledEventId, attempt: how.attempt } }];
  return [...started, endOf(how, { scheduledEventId, startedEventId: 0 })];
}

function endOf(how: Ended, ofAttempt: { scheduledEventId: number; startedEventId: number }): Happening {
  const retryState = 'RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED';
  switch (how.kind) {
    case 'completed':
      return { type: 'activityTaskCompleted', attributes: { ...ofAttempt, result: { payloads: [how.result] } } };
    case 'failed':
      return { type: 'activityTaskFailed', attributes: { ...ofAttempt, failure: how.failure, retryState } };
    case 'timed out':
      return { type: 'activityTaskTimedOut', attributes: { ...ofAttempt, failure: how.failure, retryState } };
    case 'canceled':
      return { type: 'activityTaskCanceled', attributes: ofAttempt };
  }
}
