import type { FulfillmentPlan, ProviderRefusal } from '@waybill/contracts/domain';
import fc from 'fast-check';
import type { Operation } from '../support/operation.ts';
import { called, operated, withSettledUndos } from './operators.ts';
import { refusalOf } from './refusals.ts';
import type { Act, Moment, Said, Schedule } from './schedule-shape.ts';

export type * from './schedule-shape.ts';

const calm = { weight: 12, arbitrary: fc.constant<Act[]>(['works']) };
const passing: Act[][] = [
  ['fails', 'works'],
  ['loses its reply', 'works'],
];
const lasting: Act[][] = [
  ['fails'],
  ['loses its reply'],
  ['hangs'],
  ['late'],
  ['loses its reply', 'fails'],
  ['fails', 'late'],
];

/** Works for the step, and no more for what is added to the order afterwards. */
const thenLasting: Act[][] = lasting.map((acts) => ['works', ...acts]);
const thenPassing: Act[][] = [
  ['works', 'fails', 'fails', 'fails', 'works'],
  ['works', 'loses its reply', 'fails', 'fails', 'works'],
];

/** Grows the hold for an added item, or nobody knows; the call that shrinks it back is refused, once or for good. */
export const thenShrunk = (refusal: ProviderRefusal): Act[][] => [
  ['works', 'loses its reply', 'fails', refusal, 'works'],
  ['works', 'loses its reply', 'fails', refusal],
];

/** The same where the hold has grown, and is to shrink back because the approval came meanwhile. */
export const thenOvertaken = (refusal: ProviderRefusal): Act[][] => [
  ['works', 'works', refusal, 'works'],
  ['works', 'works', refusal],
];

/** A step is tried twice: what fails once passes, what fails twice is out of patience. */
const step = (operation: Operation) => {
  const refusal = refusalOf[operation];
  const refusals: Act[][] = refusal ? [[refusal], ['fails', refusal], ['works', refusal]] : [];
  const refusedReductions: Act[][] = refusal ? [...thenShrunk(refusal), ...thenOvertaken(refusal)] : [];
  return fc.oneof(
    calm,
    { weight: 4, arbitrary: fc.constantFrom(...passing) },
    { weight: 2, arbitrary: fc.constantFrom(...lasting, ...refusals) },
    { weight: 3, arbitrary: fc.constantFrom(...thenLasting, ...thenPassing, ...refusedReductions) },
  );
};

/** An undo is tried until it works or is refused. */
const undo = (operation: Operation) => {
  const refusal = refusalOf[operation];
  const refusals: Act[][] = refusal ? [[refusal], ['fails', refusal]] : [];
  return fc.oneof(
    calm,
    { weight: 2, arbitrary: fc.constantFrom(...passing) },
    { weight: 1, arbitrary: fc.constantFrom(...refusals) },
  );
};

/** What is nice to know of an order may fail for good. */
const enrichment = fc.oneof(calm, { weight: 1, arbitrary: fc.constantFrom<Act[]>(['fails'], ['hangs']) });

const script = fc.record<Record<Operation, Act[]>>({
  profile: enrichment,
  recommend: enrichment,
  check: enrichment,
  authorize: step('authorize'),
  reserve: step('reserve'),
  capture: step('capture'),
  prepare: step('prepare'),
  label: step('label'),
  dispatch: step('dispatch'),
  notify: step('notify'),
  release: undo('release'),
  'release stock': undo('release stock'),
  refund: undo('refund'),
  'cancel shipment': undo('cancel shipment'),
  'cancel label': undo('cancel label'),
});

const moments: Moment[] = ['start', 'profile', ...called];
const commands: Said['command'][] = ['approve', 'reject', 'cancel', 'addItem', 'changeAddress', 'cancel the workflow'];

/** Few ids, so that the same command comes twice, and another one under its id. */
const said = fc.record({
  at: fc.constantFrom<Moment>(...moments, 'asked', 'asked', 'release', 'refund', 'notify'),
  command: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...commands) },
    { weight: 2, arbitrary: fc.constantFrom<Said['command']>('addItem', 'changeAddress') },
  ),
  id: fc.integer({ min: 1, max: 4 }),
});

const decision = fc.record({
  at: fc.constant<Moment>('asked'),
  command: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Said['command']>('approve') },
    { weight: 1, arbitrary: fc.constantFrom<Said['command']>('reject', 'cancel') },
  ),
  id: fc.constant(9),
});

/** Items are added, and perhaps an address is changed, while a person is asked, who decides meanwhile or later. */
const additions = fc
  .tuple(
    fc.array(
      fc.record({
        at: fc.constant<Moment>('asked'),
        command: fc.constantFrom<Said['command']>('addItem', 'addItem', 'addItem', 'changeAddress', 'cancel'),
        id: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    fc.array(decision, { maxLength: 1 }),
  )
  .map(([first, then]) => [...first, ...then]);

/** Two of five orders are left alone or wait for one decision; of the others, one hears anything, one gets items, one operators. */
const usual = fc.oneof(
  { weight: 2, arbitrary: fc.array(decision, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(fc.oneof(said, decision), { maxLength: 5 }) },
);
const whatIsSaid = fc.oneof(
  { weight: 3, arbitrary: fc.record({ requiresApproval: fc.boolean(), said: usual }) },
  { weight: 1, arbitrary: fc.record({ requiresApproval: fc.constant(true), said: additions }) },
  {
    weight: 1,
    arbitrary: fc.record({ requiresApproval: fc.constant(false), said: fc.array(operated, { maxLength: 4 }) }),
  },
);

const plan = fc.constantFrom<FulfillmentPlan>('AUTHORIZE_FIRST', 'RESERVE_FIRST');

export const schedules: fc.Arbitrary<Schedule> = fc
  .record({ plan, script, whatIsSaid })
  .map(({ whatIsSaid: people, ...schedule }) => withSettledUndos({ ...schedule, ...people }));
