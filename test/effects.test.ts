import { type Environment, readSettings, type Setting, table } from '@waybill/contracts/settings';
import { expect, test } from 'vitest';
import type { Name, Observe } from './support/effects/effect.ts';
import { effects, stateDir } from './support/effects/index.ts';
import { toldUnderStart } from './support/effects/stack.ts';

type Row = { name: Name; who: string; given: string; beside: Environment; observe: Observe; seen: unknown };

const rows: Row[] = Object.entries(effects).flatMap(([name, { given, beside = {}, on }]) =>
  Object.entries(on).map(([who, [observe, seen]]) => ({ name: name as Name, who, given, beside, observe, seen })),
);

const unheeded: readonly string[] = ['tests', 'clients'];

test('every setting has an effect on each process that reads it', () => {
  const read = Object.entries<Setting>(table).flatMap(([name, { by }]) =>
    by.filter((who) => !unheeded.includes(who)).map((who) => `${name} on ${who}`),
  );

  expect(rows.map(({ name, who }) => `${name} on ${who}`).toSorted()).toEqual(read.toSorted());
});

test.each(rows)('$name=$given has its effect on $who', async ({ name, given, beside, observe, seen }) => {
  const without = await observe(beside);
  const withIt = await observe({ ...beside, [name]: given });

  expect(withIt).toEqual(seen);
  expect(without).not.toEqual(seen);
});

const processes = {
  gateway: 'gateway',
  chaos: 'chaos service',
  'order-book': 'order book',
  worker: 'worker, shipping',
} as const;
type Started = keyof typeof processes;

/** The processes of one machine cannot share it. */
const ownUnderStart: Partial<Record<Name, Record<Started, unknown>>> = {
  WAYBILL_METRICS_PORT: { gateway: 9_464, chaos: 9_465, 'order-book': 9_466, worker: 9_468 },
};

const passedOn = rows.filter((row): row is Row & { who: Started } => row.who in processes);

test.each(passedOn)(
  'npm start passes $name=$given on to its $who, unchanged or as its own value',
  ({ name, who, given, beside }) => {
    const env = { ...beside, [name]: given };

    const underStart = toldUnderStart(env, processes[who], stateDir) ?? {};

    expect(readSettings(who, underStart)).toMatchObject({
      [name]: ownUnderStart[name]?.[who] ?? (readSettings(who, env) as Record<string, unknown>)[name],
    });
  },
);
