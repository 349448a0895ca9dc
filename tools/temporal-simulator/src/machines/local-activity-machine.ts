import type { coresdk } from '@temporalio/proto';
import { activityFailure } from '../history/failures.ts';
import type { Attributes, Failure, Payload } from '../history/history.ts';
import { asPayload, contentOf } from '../history/payloads.ts';
import { type Machine, type MachineContext, unheard } from './machine.ts';

export type ScheduleLocalActivity = coresdk.workflow_commands.IScheduleLocalActivity;

/** How a local activity ended: live, or by its marker. */
export type Ended = { attempt: number; completedMs: number; result?: Payload; failure?: Failure };

/**
 * A local activity. It runs in the worker, and only its end is in the history, as a marker. Live, the workflow hears of
 * it when it ends; replayed, right after the activation that scheduled it, if the marker comes with that task.
 */
export type LocalActivityMachine = Machine & {
  readonly command: ScheduleLocalActivity;
  /** It was scheduled while replaying, and no marker of it was seen yet. */
  awaitsMarker: boolean;
  /** Its end came from a marker, which is then no command of this worker's. */
  endedByMarker: boolean;
  ends: (how: Ended) => void;
};

export const markerName = 'core_local_activity';
type Marker = {
  seq: number;
  attempt: number;
  activity_id: string;
  activity_type: string;
  complete_time: Time;
  backoff: null;
  original_schedule_time: Time;
};
type Time = { seconds: number; nanos: number };

export function localActivityMachine(
  { tell, issue }: MachineContext,
  command: ScheduleLocalActivity,
  replaying: boolean,
): LocalActivityMachine {
  const seq = command.seq ?? 0;
  const machine: LocalActivityMachine = {
    command,
    isDropped: false,
    awaitsMarker: replaying,
    endedByMarker: false,
    hears(event) {
      if (event.type !== 'markerRecorded') unheard('a local activity', event);
    },
    cancel() {
      throw new Error('The simulated core does not cancel local activities: no workflow of ours does');
    },
    ends(how) {
      const { result, failure } = how;
      const heard = failure?.timeoutFailureInfo && !machine.awaitsMarker ? timedOut(command, failure) : failure;
      const resolution = heard ? { failed: { failure: heard } } : { completed: { result: result ?? null } };
      tell({ resolveActivity: { seq, isLocal: true, result: resolution } });
      if (machine.awaitsMarker) machine.endedByMarker = true;
      else issue({ type: 'markerRecorded', attributes: markerOf(command, how) }, machine);
      machine.awaitsMarker = false;
    },
  };
  return machine;
}

/** Live, a time-out comes wrapped; the marker has it bare, and so it is replayed. */
const timedOut = ({ activityId, activityType }: ScheduleLocalActivity, failure: Failure): Failure =>
  activityFailure(
    { activityId: activityId ?? '', activityType: activityType ?? '' },
    'Local Activity timed out',
    failure,
  );

function markerOf(command: ScheduleLocalActivity, { attempt, completedMs, result, failure }: Ended) {
  const { seq, activityId, activityType } = command;
  const data: Marker = {
    seq: seq ?? 0,
    attempt,
    activity_id: activityId ?? '',
    activity_type: activityType ?? '',
    complete_time: timeOf(completedMs),
    backoff: null,
    original_schedule_time: timeOf(completedMs),
  };
  return {
    markerName,
    details: { data: { payloads: [asPayload(data)] }, ...(result ? { result: { payloads: [result] } } : {}) },
    ...(failure ? { failure } : {}),
  };
}

const timeOf = (ms: number): Time => ({ seconds: Math.floor(ms / 1_000), nanos: (ms % 1_000) * 1_000_000 });

/** The content of a marker: its local activity, and how that ended. */
export function endIn({ details, failure }: Attributes['markerRecorded']): { seq: number; how: Ended } {
  const { seq, attempt, complete_time } = contentOf<Marker>(details.data);
  const result = details.result?.payloads?.[0];
  const completedMs = complete_time.seconds * 1_000 + complete_time.nanos / 1_000_000;
  return { seq, how: { attempt, completedMs, ...(result ? { result } : {}), ...(failure ? { failure } : {}) } };
}
