import { runWorkflows } from '@waybill/contracts/domain';
import { asPayloads, type Engine, type SimulatedWorker, type World } from '@waybill/temporal-simulator';
import { minuteMs, type StandingSchedule, type Told } from './standing-schedule.ts';

type Options = {
  engine: Engine;
  world: World;
  worker: SimulatedWorker;
  workflowId: string;
  schedule: StandingSchedule;
};

/** The note that comes with each command of this name. */
export const noteOf = (name: Told | 'stop'): string => `Please ${name}`;

/** Puts into the queue all that happens from outside. Returns the ids of the commands that the workflow was told. */
export function queueMessages({ engine, world, worker, workflowId, schedule }: Options): string[] {
  const told: string[] = [];
  const at = (minutes: number, run: () => void | Promise<void>) => world.eventQueue.in(minutes * minuteMs, run);
  const tell = (name: Told | 'stop') => () => {
    const commandId = `${name}-${told.length + 1}`;
    const command = {
      commandId,
      actor: 'maria',
      fingerprint: name,
      correlationId: '',
      byStaff: true,
      note: noteOf(name),
    };
    if (engine.signal(workflowId, runWorkflows.signals[name], asPayloads(command))) told.push(commandId);
  };
  for (const { at: minutes, name } of schedule.commands) at(minutes, tell(name));
  if (schedule.stopsAt !== null) at(schedule.stopsAt, tell('stop'));
  for (const minutes of schedule.restarts)
    at(minutes, () => {
      engine.workersLeave();
      return worker.restarts(10_000);
    });
  for (const { at: minutes, forMinutes } of schedule.absences)
    at(minutes, () => {
      world.workersAwayUntilMs = world.eventQueue.now() + forMinutes * minuteMs;
    });
  for (const { at: minutes, byMinutes } of schedule.jumps)
    at(minutes, () => {
      world.clockAheadMs = (world.clockAheadMs ?? 0) + byMinutes * minuteMs;
    });
  return told;
}
