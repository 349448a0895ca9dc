import type { coresdk } from '@temporalio/proto';
import { activityFailure, cancelledBefore } from '../history/failures.ts';
import type { HistoryEvent } from '../history/history.ts';
import { type Machine, type MachineContext, oneWay, unheard } from './machine.ts';

type ScheduleActivity = coresdk.workflow_commands.IScheduleActivity;
type Result = coresdk.activity_result.IActivityResolution;

const waitsForIt = 1; // ActivityCancellationType.WAIT_CANCELLATION_COMPLETED
const abandonsIt = 2;

/** An activity, as its workflow's worker follows it. */
export function activityMachine({ tell, issue }: MachineContext, command: ScheduleActivity): Machine {
  const { seq, activityId, activityType, cancellationType } = command;
  const it = { activityId: activityId ?? '', activityType: activityType ?? '' };
  let scheduledEventId: number | undefined;
  let isOver = false;

  const resolve = (result: Result) => {
    if (!isOver) tell({ resolveActivity: { seq: seq ?? 0, result } });
    isOver = true;
  };
  const cancelled = () => resolve({ cancelled: { failure: cancelledBefore(it) } });

  const machine: Machine = {
    isDropped: false,
    hears(event: HistoryEvent) {
      if (event.type === 'activityTaskScheduled') scheduledEventId = event.id;
      else if (event.type === 'activityTaskCompleted')
        resolve({ completed: { result: event.attributes.result.payloads?.[0] ?? null } });
      else if (event.type === 'activityTaskFailed')
        resolve({ failed: { failure: activityFailure(it, 'Activity task failed', event.attributes.failure) } });
      else if (event.type === 'activityTaskTimedOut')
        resolve({ failed: { failure: activityFailure(it, 'Activity task timed out', event.attributes.failure) } });
      else if (event.type === 'activityTaskCanceled') cancelled();
      else if (event.type !== 'activityTaskStarted') unheard('an activity', event);
    },
    cancel() {
      if (isOver) return;
      if (scheduledEventId === undefined) machine.isDropped = true;
      else if (cancellationType !== abandonsIt)
        issue({ type: 'activityTaskCancelRequested', attributes: { scheduledEventId } }, oneWay());
      if (scheduledEventId === undefined || cancellationType !== waitsForIt) cancelled();
    },
  };

  issue({ type: 'activityTaskScheduled', attributes: scheduledAs(command) }, machine);
  return machine;
}

const scheduledAs = (command: ScheduleActivity) => ({
  activityId: command.activityId ?? '',
  activityType: { name: command.activityType ?? '' },
  taskQueue: { name: command.taskQueue ?? '' },
  input: { payloads: command.arguments ?? [] },
  startToCloseTimeout: command.startToCloseTimeout ?? {},
  heartbeatTimeout: command.heartbeatTimeout ?? {},
  retryPolicy: command.retryPolicy ?? {},
});
