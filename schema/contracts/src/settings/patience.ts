import { orderSteps, type Patience, type PatientStep, type PlacedOrder, stepRules } from '../domain/index.ts';
import { count, type Kind, positiveDuration } from './kinds.ts';
import type { Setting } from './setting.ts';

const fields = {
  ATTEMPTS: { field: 'attempts', is: count, means: 'how often it is tried in all' },
  TIMEOUT: { field: 'timeoutMs', is: positiveDuration, means: 'how long one try may take' },
  FIRST_RETRY: { field: 'firstRetryMs', is: positiveDuration, means: 'how long after the first try the second begins' },
} as const satisfies Record<string, { field: keyof Patience; is: Kind<number>; means: string }>;

type Field = keyof typeof fields;
type Name = `WAYBILL_${PatientStep}_${Field}`;
type Row = { is: Kind<number>; by: readonly ['gateway']; default: string; means: string };

const patientSteps = orderSteps.filter((step): step is PatientStep => 'patience' in stepRules[step]);

const rows = patientSteps.flatMap((step) =>
  (Object.keys(fields) as Field[]).map((name) => ({ step, ...fields[name], name: `WAYBILL_${step}_${name}` as Name })),
);

const written = (field: keyof Patience, value: number) => (field === 'attempts' ? `${value}` : `PT${value / 1_000}S`);

/** How long an order, and each of its steps, is tried. The gateway reads it: it enters with the order, and replays. */
export const patience = {
  WAYBILL_ORDER_TIMEOUT: {
    is: positiveDuration,
    default: 'PT30M',
    by: ['gateway'],
    aliases: ['WORKFLOW_RUN_TIMEOUT_SECONDS'],
    means: "how long an order may take before it is undone; a person's time to approve comes on top",
  },
  WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT: {
    is: positiveDuration,
    default: 'PT12S',
    by: ['gateway'],
    means: 'CREATE_LABEL: how long one try may say nothing; at least twice `WAYBILL_LABEL_HEARTBEAT`',
  },
  ...(Object.fromEntries(
    rows.map(({ step, field, is, means, name }): [Name, Row] => [
      name,
      { is, by: ['gateway'], default: written(field, stepRules[step].patience[field]), means: `${step}: ${means}` },
    ]),
  ) as Record<Name, Row>),
} as const satisfies Record<string, Setting>;

type Given = { [N in keyof typeof patience]: number };

/** What an order is placed with: only what departs from the tables, so that an order says no more than it must. */
export function patienceFrom(given: Given, usualLimitMs = 30 * 60_000): Pick<PlacedOrder, 'patience' | 'limitMs'> {
  const departures: NonNullable<PlacedOrder['patience']> = {};
  for (const { step, field, name } of rows) {
    if (given[name] !== stepRules[step].patience[field])
      departures[step] = { ...departures[step], [field]: given[name] };
  }
  const heartbeatMs = given.WAYBILL_CREATE_LABEL_HEARTBEAT_TIMEOUT;
  if (heartbeatMs !== stepRules.CREATE_LABEL.patience.heartbeatMs) {
    departures.CREATE_LABEL = { ...departures.CREATE_LABEL, heartbeatMs };
  }
  return {
    ...(Object.keys(departures).length > 0 ? { patience: departures } : {}),
    ...(given.WAYBILL_ORDER_TIMEOUT === usualLimitMs ? {} : { limitMs: given.WAYBILL_ORDER_TIMEOUT }),
  };
}
