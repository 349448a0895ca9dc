import {
  orderSteps,
  type Patience,
  type PatientStep,
  type PlacedOrder,
  type RunStepName,
  runStepNames,
  runStepRules,
  type StartedRun,
  stepRules,
} from '../domain/index.ts';
import { count, type Kind, positiveDuration } from './kinds.ts';
import type { Setting } from './setting.ts';

const fields = {
  ATTEMPTS: { field: 'attempts', is: count, means: 'the number of attempts' },
  TIMEOUT: { field: 'timeoutMs', is: positiveDuration, means: 'the time limit of one attempt' },
  FIRST_RETRY: { field: 'firstRetryMs', is: positiveDuration, means: 'the wait before the first retry' },
} as const satisfies Record<string, { field: keyof Patience; is: Kind<number>; means: string }>;

type Field = keyof typeof fields;
type Step = PatientStep | RunStepName;
type Name = `WAYBILL_${Step}_${Field}`;
type Row = { is: Kind<number>; by: readonly ['gateway']; default: string; means: string };

const usual: Record<Step, { patience: Patience }> = { ...runStepRules, ...stepRules };

const patientSteps = orderSteps.filter((step): step is PatientStep => 'patience' in stepRules[step]);

const rowsOf = <S extends Step>(steps: readonly S[]) =>
  steps.flatMap((step) =>
    (Object.keys(fields) as Field[]).map((name) => ({
      step,
      ...fields[name],
      name: `WAYBILL_${step}_${name}` as Name,
    })),
  );
const orderRows = rowsOf(patientSteps);
const runRows = rowsOf(runStepNames);
/** A step that orders and runs have in common has one setting. */
const rows = rowsOf([...new Set<Step>([...patientSteps, ...runStepNames])]);

const written = (field: keyof Patience, value: number) => (field === 'attempts' ? `${value}` : `PT${value / 1_000}S`);

/**
 * The time limits of orders, and the retry policies of the steps of orders and runs. The gateway reads them: they are
 * stored with each order and run, so that its history replays.
 */
export const patience = {
  WAYBILL_ORDER_TIMEOUT: {
    is: positiveDuration,
    default: 'PT30M',
    by: ['gateway'],
    aliases: ['WORKFLOW_RUN_TIMEOUT_SECONDS'],
    means: 'how long an order may take before it is compensated, not counting the time for the approval',
  },
  WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT: {
    is: positiveDuration,
    default: 'PT12S',
    by: ['gateway'],
    means: 'CREATE_LABEL: the heartbeat time-out of one attempt; at least twice `WAYBILL_LABEL_HEARTBEAT`',
  },
  ...(Object.fromEntries(
    rows.map(({ step, field, is, means, name }): [Name, Row] => [
      name,
      { is, by: ['gateway'], default: written(field, usual[step].patience[field]), means: `${step}: ${means}` },
    ]),
  ) as Record<Name, Row>),
} as const satisfies Record<string, Setting>;

type Given = { [N in keyof typeof patience]: number };

/** The values that differ from the defaults, by step. */
function departuresIn<S extends Step>(
  settings: Given,
  rows: readonly { step: S; field: keyof Patience; name: Name }[],
) {
  const departures: Partial<Record<S, Partial<Patience>>> = {};
  for (const { step, field, name } of rows) {
    if (settings[name] !== usual[step].patience[field])
      departures[step] = { ...departures[step], [field]: settings[name] } as Partial<Patience>;
  }
  return departures;
}

/** The overrides of an order: only values that differ from the defaults. */
export function patienceFrom(settings: Given, usualLimitMs = 30 * 60_000): Pick<PlacedOrder, 'patience' | 'limitMs'> {
  const departures: NonNullable<PlacedOrder['patience']> = departuresIn(settings, orderRows);
  const heartbeatMs = settings.WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT;
  if (heartbeatMs !== stepRules.CREATE_LABEL.patience.heartbeatMs) {
    departures.CREATE_LABEL = { ...departures.CREATE_LABEL, heartbeatMs };
  }
  return {
    ...(Object.keys(departures).length > 0 ? { patience: departures } : {}),
    ...(settings.WAYBILL_ORDER_TIMEOUT === usualLimitMs ? {} : { limitMs: settings.WAYBILL_ORDER_TIMEOUT }),
  };
}

/** The same of runs. */
export const runPatienceFrom = (settings: Given): NonNullable<StartedRun['patience']> =>
  departuresIn(settings, runRows);
