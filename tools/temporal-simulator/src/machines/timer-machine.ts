import type { coresdk } from '@temporalio/proto';
import { type Machine, type MachineContext, oneWay, unheard } from './machine.ts';

type StartTimer = coresdk.workflow_commands.IStartTimer;

export function timerMachine({ tell, issue }: MachineContext, { seq, startToFireTimeout }: StartTimer): Machine {
  const timerId = String(seq);
  let startedEventId: number | undefined;
  let isOver = false;
  const machine: Machine = {
    isDropped: false,
    hears(event) {
      if (event.type === 'timerStarted') startedEventId = event.id;
      else if (event.type === 'timerFired') {
        isOver = true;
        tell({ fireTimer: { seq: seq ?? 0 } });
      } else unheard('a timer', event);
    },
    cancel() {
      if (isOver) return;
      isOver = true;
      if (startedEventId === undefined) machine.isDropped = true;
      else issue({ type: 'timerCanceled', attributes: { timerId, startedEventId } }, oneWay());
    },
  };
  issue({ type: 'timerStarted', attributes: { timerId, startToFireTimeout: startToFireTimeout ?? {} } }, machine);
  return machine;
}
