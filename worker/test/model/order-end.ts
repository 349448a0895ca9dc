import {
  type OrderState,
  type OrderStepName,
  providerRefusals,
  type UndoableStep,
  type Verdict,
} from '@waybill/contracts/domain';
import type { Played } from './play.ts';
import type { Schedule } from './schedule.ts';

/** An order that the book knows the end of. */
export type Ended = Played & { order: OrderState };
export type Invariant = (played: Ended, schedule: Schedule) => boolean;

/** Each step that can be undone, and what is seen where it and where its undo had an effect. */
export const undos = [
  { name: 'AUTHORIZE_PAYMENT', step: 'authorize', undo: 'release' },
  { name: 'RESERVE_INVENTORY', step: 'reserve', undo: 'release stock' },
  { name: 'CAPTURE_PAYMENT', step: 'capture', undo: 'refund' },
  { name: 'PREPARE_PACKAGE', step: 'prepare', undo: 'cancel shipment' },
  { name: 'CREATE_LABEL', step: 'label', undo: 'cancel label' },
] as const satisfies { name: UndoableStep; step: string; undo: string }[];

export const effectOf = Object.fromEntries(undos.map(({ name, undo }) => [name, undo])) as Record<
  UndoableStep,
  (typeof undos)[number]['undo']
>;

export const times = ({ effects }: Played, effect: string) => effects.filter((it) => it === effect).length;

/** A person has declared the undo of this step done: whether it was is not the provider's to say. */
export const isSettled = ({ order }: Ended, name: UndoableStep): boolean =>
  order.compensations.some(({ undoes, settledBy }) => undoes === name && settledBy === 'maria');

/** The provider has refused the undo of this step: what it was to take back stays. */
export const isLeft = ({ order }: Ended, name: UndoableStep): boolean =>
  order.compensations.some(({ undoes, status }) => undoes === name && status === 'FAILED');

export const took = ({ order }: Ended, command: Verdict['command']) =>
  order.verdicts.some((verdict) => verdict.command === command && verdict.refusal === null);

export const isRefusal = (code: string | undefined) => providerRefusals.some((refusal) => refusal === code);

export const step = ({ steps }: OrderState, name: OrderStepName) => steps.find((candidate) => candidate.name === name);

export const hasBegun = (order: OrderState, name: OrderStepName) => (step(order, name)?.startedAt ?? null) !== null;
