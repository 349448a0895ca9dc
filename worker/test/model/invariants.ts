import { isDeepStrictEqual } from 'node:util';
import { isClosed, type JournalEntry, type OrderState, type Verdict } from '@waybill/contracts/domain';
import { seenInvariants } from './observation-invariants.ts';
import { type Ended, effectOf, type Invariant, isLeft, isRefusal, isSettled, times, took, undos } from './order-end.ts';
import type { Played } from './play.ts';
import { reportInvariants } from './report-invariants.ts';
import type { Schedule } from './schedule.ts';
import { isSteady } from './steady.ts';

const shipped = ({ order }: Ended) => order.status === 'SHIPPED';

/** A command that finds an order closed changes nothing that the book would be told of. */
const withoutCommands = ({ verdicts: _, commands: __, ...state }: OrderState) => state;

const happened = ({ journal }: Played, type: JournalEntry['type']) =>
  journal.filter((entry) => entry.type === type).length;
const taken = ({ order }: Ended, command: Verdict['command']) =>
  order.verdicts.filter((verdict) => verdict.command === command && verdict.refusal === null).length;
const isByPerson = ({ type, step, detail }: JournalEntry) =>
  [
    'ITEM_ADDED',
    'ADDRESS_UPDATED',
    'COMMAND_REFUSED',
    'STEP_RETRIED_BY_HAND',
    'STEP_GIVEN_UP',
    'COMPENSATION_SETTLED',
  ].includes(type) ||
  (type === 'STEP_COMPLETED' && step === 'AWAIT_APPROVAL') ||
  (type === 'STEP_FAILED' && detail?.code === 'MANAGER_REJECTED');

const ran = (played: Played, undo: string) => times(played, undo) + times(played, `${undo}: nothing to do`);
const effective = (played: Played, undo: string) =>
  // A hold that was charged is used up: its refund is what brings the money back.
  undo === 'release' && times(played, 'capture') > 0 ? ran(played, undo) : times(played, undo);
/** The bank may have found its hold dead, whether or not the order has heard of it. */
const mayBeDead = ({ order }: Ended, step: string, { script }: Schedule) =>
  step === 'authorize' &&
  script.capture?.includes('AUTHORIZATION_EXPIRED') &&
  order.steps.some(({ name, startedAt }) => name === 'CAPTURE_PAYMENT' && startedAt !== null);

/** What is true of every order, whatever its providers did, whoever said what, and however often its worker went away. */
const invariants: Record<string, Invariant> = {
  'its workflow has no bug, and its history replays': ({ failedTasks }) => failedTasks.length === 0,
  'it ends the same way in the book and in the engine': ({ order, result }) =>
    order.closedAt !== null && (result === undefined || result.status === order.status),
  'its journal has no gap': ({ order, journal }) =>
    journal.length === order.revision && journal.every(({ seq }, at) => seq === at + 1),
  'the book has of it what its history has': ({ own, order, journal }) =>
    own === undefined ||
    (isDeepStrictEqual(own.journal, journal) && isDeepStrictEqual(withoutCommands(own.order), withoutCommands(order))),
  'whoever watches it sees nothing fall back': ({ seen }) => isSteady(seen.asked) && isSteady(seen.booked),
  'nothing is added to it once its end is decided': ({ journal }) => {
    const decided = journal.findIndex(({ type, detail }) => type === 'STATUS_CHANGED' && isClosed(detail?.to as never));
    return journal.slice(decided + 1).every(({ type }) => decided < 0 || type !== 'ITEM_ADDED');
  },
  'nothing is added to it that was not there when it was approved': ({ journal }) => {
    const approved = journal.findIndex(({ type, step }) => type === 'STEP_COMPLETED' && step === 'AWAIT_APPROVAL');
    return approved < 0 || journal.slice(approved).every(({ type }) => type !== 'ITEM_ADDED');
  },
  'what it says of its money is what the bank did last': (played) =>
    isSettled(played, 'CAPTURE_PAYMENT')
      ? played.order.payment?.status === 'REFUNDED' // a person has refunded it, whatever the bank says
      : (times(played, 'release') === 0 || played.order.payment?.status === 'RELEASED') &&
        (times(played, 'refund') === 0 || played.order.payment?.status === 'REFUNDED'),
  'nothing but a hold happens twice': (played) =>
    ['reserve', 'capture', 'prepare', 'label', 'dispatch'].every((effect) => times(played, effect) <= 1),
  'it is paid exactly when it shipped': (played) =>
    (times(played, 'capture') > 0 && times(played, 'refund') === 0) === shipped(played) ||
    isSettled(played, 'CAPTURE_PAYMENT') ||
    isLeft(played, 'CAPTURE_PAYMENT'),
  'it is paid what it costs': (played) =>
    !shipped(played) || played.order.payment?.captured?.amountMinor === played.order.total.amountMinor,
  'it keeps its stock exactly when it shipped': (played) =>
    times(played, 'reserve') - times(played, 'release stock') === (shipped(played) ? 1 : 0) ||
    isSettled(played, 'RESERVE_INVENTORY') ||
    isLeft(played, 'RESERVE_INVENTORY'),
  'it is not on its way unless it shipped': (played) =>
    (times(played, 'dispatch') > 0 && times(played, 'cancel shipment') === 0) === shipped(played) ||
    isLeft(played, 'PREPARE_PACKAGE'),
  'nothing is shipped without a charge before it': ({ effects }) =>
    !effects.includes('dispatch') || effects.indexOf('capture') < effects.indexOf('prepare'),
  'what happened is undone once where it did not ship, and never where it did': (played, schedule) =>
    undos.every(({ name, step, undo }) => {
      if (shipped(played)) return ran(played, undo) === 0;
      if (isLeft(played, name)) return ran(played, undo) === 0;
      if (isSettled(played, name)) return ran(played, undo) <= 1;
      const happened = times(played, step) > 0;
      return (
        ran(played, undo) <= 1 && (!happened || mayBeDead(played, step, schedule) || effective(played, undo) === 1)
      );
    }),
  'an undo that says it took something back did': (played) =>
    played.order.compensations.every(
      ({ undoes, status }) =>
        status !== 'COMPLETED' || isSettled(played, undoes) || times(played, effectOf[undoes]) === 1,
    ),
  'what was done is undone newest first': ({ order: { steps, compensations } }) => {
    const places = compensations.map(({ undoes }) => steps.findIndex(({ name }) => name === undoes));
    return places.every((place, at) => at === 0 || place < (places[at - 1] ?? 0));
  },
  'what was refused is not undone': ({ order: { steps, compensations } }) =>
    steps.every(({ name, error }) => !isRefusal(error?.code) || compensations.every(({ undoes }) => undoes !== name)),
  'an undo is left exactly where its provider refuses it': (played, { script }) =>
    played.order.compensations.every(({ undoes, status }) => {
      const isRefused = isRefusal(script[effectOf[undoes]]?.at(-1)) && !isSettled(played, undoes);
      return isRefused ? status === 'FAILED' : /COMPLETED|SKIPPED/.test(status);
    }),
  'nothing is handed over that the order has not cleared': (played) =>
    times(played, 'dispatch') === 0 ||
    played.order.steps.some(({ name, startedAt }) => name === 'DISPATCH_CARRIER' && startedAt !== null),
  'what is being handed over is not called off': (played) =>
    played.order.steps.every(
      ({ name, status }) => name !== 'DISPATCH_CARRIER' || !/CANCELLED|COMPLETED/.test(status) || shipped(played),
    ),
  'no step is left': ({ order }) => order.steps.every(({ status }) => !/PENDING|RUNNING/.test(status)),
  'a command has one verdict': ({ order }) =>
    new Set(order.verdicts.map(({ commandId }) => commandId)).size === order.verdicts.length,
  'a verdict says which command it is on': ({ order }) =>
    order.verdicts.every(({ command, fingerprint }) => fingerprint === command),
  'a command that was taken is carried out once': (played) =>
    happened(played, 'ITEM_ADDED') === taken(played, 'addItem') &&
    happened(played, 'ADDRESS_UPDATED') === taken(played, 'changeAddress') &&
    happened(played, 'STEP_RETRIED_BY_HAND') === taken(played, 'retryNow') &&
    happened(played, 'STEP_GIVEN_UP') === taken(played, 'giveUpStep') &&
    happened(played, 'COMPENSATION_SETTLED') === taken(played, 'settleCompensation'),
  'whoever changed it, decided on it or was refused is named': ({ journal }) =>
    journal.filter(isByPerson).every(({ actor }) => actor === 'maria'),
  'it ends as was decided': (played) =>
    shipped(played)
      ? !took(played, 'cancel') && !took(played, 'reject')
      : (played.order.status !== 'REJECTED' || took(played, 'reject')) &&
        (played.order.status !== 'EXPIRED' || !took(played, 'approve')),
  'it says who ended it, where somebody did': ({ order: { status, failure, endedBy } }) =>
    endedBy ===
    (status === 'REJECTED' || /^(changed my mind|it never works)$/.test(failure?.message ?? '') ? 'maria' : null),
  'it is approved before it ships, where that is asked for': (played, { requiresApproval }) =>
    !shipped(played) || !requiresApproval || took(played, 'approve'),
  'its customer is told at most once': ({ effects }) =>
    effects.filter((effect) => effect.startsWith('notify')).length <= 1,
};

/** The names of the invariants that do not hold. */
export function violated(played: Played, schedule: Schedule): string[] {
  const { order } = played;
  if (!order) return ['it is in the book'];
  return Object.entries({ ...invariants, ...reportInvariants, ...seenInvariants })
    .filter(([, holds]) => !holds({ ...played, order }, schedule))
    .map(([name]) => name);
}
