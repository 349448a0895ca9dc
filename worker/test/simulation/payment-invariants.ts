import { commandIdOf, type PlayedPayment } from './payment.ts';

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const sorted = (amounts: readonly number[]) => [...amounts].sort((a, b) => a - b).join(' + ');
const differs = (what: string, is: unknown, wanted: unknown) =>
  is === wanted ? [] : [`${what}: ${is} instead of ${wanted}`];

/** What must hold of every payment and its refunds, as sentences; empty where all of it holds. */
export function violatedByPayment(played: PlayedPayment): string[] {
  const { failedTasks, run, journal } = played;
  return [
    ...failedTasks.map((message) => `A task failed: ${message}`),
    ...(run ? ofItsEnd(played) : []),
    ...(run?.closedAt ? [] : ['The payment has not ended']),
    ...differs('Entries in the book', journal.length, run?.revision),
    ...ofMoney(played),
    ...ofCommands(played),
    ...ofRefusals(played),
  ];
}

/** The call to the bank that undoes each step. */
const undoOf = { AUTHORIZE_PAYMENT: 'release', CAPTURE_PAYMENT: 'refund' } as const;

/**
 * Its workflow fails exactly where a machine was at fault, as the bank has failed each of a step's attempts, or where the
 * bank has refused to undo something: then that is kept.
 */
function ofItsEnd({ ending, run, schedule, account: { sums, openHold } }: PlayedPayment): string[] {
  const { failure, steps } = run;
  const isAtFault = failure?.code === 'STEP_FAILED';
  const isKept = run.compensations.some(({ status }) => status === 'FAILED');
  const needsPerson = isAtFault || isKept;
  const failed = steps.find(({ name }) => isAtFault && name === failure.step);
  return [
    ...differs('What its workflow failed of', ending.failure, needsPerson ? failure?.code : undefined),
    ...differs('Its workflow has completed', ending.isCompleted, !needsPerson),
    ...differs('Attempts of the step that failed', failed?.attempt, failed?.maxAttempts),
    ...(isAtFault && schedule.faults === 0 ? ['A step has failed of nothing'] : []),
    ...(failure && !isKept
      ? differs('Kept of a payment that has failed', sums.captured - sums.refunded + openHold(), 0)
      : []),
    ...run.compensations.flatMap(({ undoes, status }) =>
      differs(`The undo of ${undoes} has failed`, status === 'FAILED', schedule.refused.includes(undoOf[undoes])),
    ),
    ...(failure ? [] : differs('Taken by a payment', sums.captured, run.amount.amountMinor)),
  ];
}

/** The bank, the commands, the journal and the state tell of the same money. */
function ofMoney({ account, run, journal, outcomes, schedule }: PlayedPayment): string[] {
  const accepted = [...outcomes].filter(([, outcome]) => outcome?.refusal === null).map(([id]) => id);
  const byCommand = (commandId: string) => account.refunds.filter(({ key }) => key.endsWith(`:${commandId}`));
  const made = schedule.refunds.flatMap((_, number) => byCommand(commandIdOf(number)));
  const told = journal.flatMap(({ type, detail }) =>
    type === 'REFUNDED' ? [(detail as { amount: { amountMinor: number } }).amount.amountMinor] : [],
  );
  const { captured, refunded } = account.sums;
  return [
    ...accepted.flatMap((id) => differs(`Refunds that ${id} has made`, byCommand(id).length, 1)),
    ...differs('Refunds that were made', made.length, accepted.length),
    ...differs('Amounts in the journal', sorted(told), sorted(made.map(({ amount }) => amount.amountMinor))),
    ...differs('Given back by the state', run?.payment?.refunded?.amountMinor ?? 0, refunded),
    ...differs('Given back by the ledger', sum(account.refunds.map(({ amount }) => amount.amountMinor)), refunded),
    ...(refunded > captured ? [`${refunded} was given back of ${captured}`] : []),
  ];
}

/** Each command has one verdict, which a repeat gives again. */
function ofCommands({ run, outcomes, repeated }: PlayedPayment): string[] {
  const verdicts = run?.verdicts.filter(({ command }) => command === 'refund').map(({ commandId }) => commandId) ?? [];
  const accepted = [...outcomes].filter(([, outcome]) => outcome?.refusal === null).map(([id]) => id);
  return [
    ...differs('Verdicts', [...verdicts].sort().join(), [...accepted].sort().join()),
    ...[...outcomes].flatMap(([id, outcome]) => (outcome ? [] : [`The workflow of ${id} failed`])),
    ...accepted.flatMap((id) => differs(`${id} sent again`, repeated.get(id)?.refusal, null)),
  ];
}

/** What the bank refuses to hold or to take is not taken, and what it refuses to give back is told to whoever asked for it. */
function ofRefusals({ run, outcomes, schedule: { refused }, account: { sums } }: PlayedPayment): string[] {
  const isDeclined = refused.includes('authorize') || refused.includes('capture');
  const told = [...outcomes].map(([id, outcome]) => [id, outcome?.refusal ?? null] as const);
  return [
    ...(isDeclined ? differs('Taken of what was refused', sums.captured, 0) : []),
    ...(isDeclined ? differs('A payment that was refused has failed', run?.failure !== null, true) : []),
    ...(refused.includes('refund') ? differs('Given back of what was refused', sums.refunded, 0) : []),
    ...told.flatMap(([id, refusal]) =>
      refusal === 'PAYMENT_REFUSED' ? differs(`${id} was refused`, sums.captured > 0, true) : [],
    ),
  ];
}
