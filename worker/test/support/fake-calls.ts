import type { Does, Operation } from './operation.ts';
import { type Turn, take, works } from './script.ts';

/** The calls of one order's providers: each does as the script says. `onCall` is told of a call before it is answered. */
export function createFakeCalls(onCall: (operation: Operation) => Promise<void>) {
  const calls: Operation[] = [];
  const heardUnder = new Map<Operation, (string | undefined)[]>();
  const script = new Map<Operation, Turn[]>();
  /** The operations and keys of calls that have had their effect: it is answered to them again, and not refused. */
  const done = new Set<string>();

  const turn = (operation: Operation): Turn => {
    const turns = script.get(operation) ?? [];
    return (turns.length > 1 ? turns.shift() : turns[0]) ?? works;
  };
  const does: Does = async (operation, call, effect) => {
    const key = call?.idempotencyKey && `${operation} ${call.idempotencyKey}`;
    const next = turn(operation);
    const now = next.kind === 'refuses' && key !== undefined && done.has(key) ? works : next;
    calls.push(operation);
    heardUnder.set(operation, [...(heardUnder.get(operation) ?? []), call?.correlationId]);
    await onCall(operation);
    const noted = () => {
      const answer = effect();
      if (key !== undefined) done.add(key);
      return answer;
    };
    return take(now, noted, call?.signal);
  };

  return {
    does,
    calls,
    /** The correlation ids of the calls of an operation. */
    heardUnder: (operation: Operation) => heardUnder.get(operation),
    /** What the operation does, call by call; the last turn is also that of every later call. */
    scripts: (operation: Operation, ...turns: Turn[]) => void script.set(operation, turns),
  };
}
