import fc from 'fast-check';
import type { Operation } from '../support/operation.ts';
import type { Said, Schedule } from './schedule-shape.ts';

export const called = ['authorize', 'reserve', 'capture', 'prepare', 'label', 'dispatch'] as const;
const undos = ['release', 'release stock', 'refund', 'cancel shipment', 'cancel label'] as const;

const byOperator = (at: readonly Operation[], commands: readonly Said['command'][]) =>
  fc.record({ at: fc.constantFrom(...at), command: fc.constantFrom(...commands), id: fc.integer({ min: 5, max: 8 }) });

/** Operators do something about what is being called, be it that it has failed or not. */
export const operated = fc.oneof(
  byOperator([...called, 'notify', 'refund'], ['retryNow', 'giveUpStep']),
  byOperator(undos, ['settleCompensation']),
);

/** What a person settles keeps failing, for a while, in an order that is undone. */
export function withSettledUndos(schedule: Schedule): Schedule {
  const settled = schedule.said.filter(({ command }) => command === 'settleCompensation').map(({ at }) => at);
  if (settled.length === 0) return schedule;
  const failing = Object.fromEntries(settled.map((at) => [at, ['fails', 'fails', 'fails', 'works']]));
  return { ...schedule, script: { ...schedule.script, dispatch: ['fails'], ...failing } };
}
