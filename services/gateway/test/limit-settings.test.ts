import { limitsOf, runLimitsOf } from '@waybill/contracts/domain';
import { overridesFrom, readSettings, runOverridesFrom, settingGroups } from '@waybill/contracts/settings';
import { expect, test } from 'vitest';
import { createLimits } from '../src/execution/limits/limits.ts';

const names = Object.entries(Object.fromEntries(settingGroups)['Limits of the gateway'] ?? {});

/** The limits by name, including those that are stored with an order or a run. */
function limitsIn(env: Record<string, string> = {}) {
  const settings = readSettings('gateway', env);
  const ofRuns = Object.entries(runLimitsOf(runOverridesFrom(settings))).map(([name, value]) => [`run ${name}`, value]);
  return Object.entries({
    ...createLimits(settings),
    ...limitsOf(overridesFrom(settings)),
    ...(Object.fromEntries(ofRuns) as Record<string, number>),
  });
}

/** A value that no limit has by default, as text and as parsed. */
const anotherThan = (written: string): [string, number] =>
  written.startsWith('PT') ? ['PT7S', 7_000] : [`${Number(written) - 1}`, Number(written) - 1];

const changedBy = (name: string, text: string) => {
  const usual = new Map(limitsIn());
  return limitsIn({ [name]: text }).filter(([limit, value]) => usual.get(limit) !== value);
};

test.each(names)('%s sets one limit and no other', (name, { default: written = '' }) => {
  const [text, value] = anotherThan(written);

  expect(changedBy(name, text)).toEqual([[expect.any(String), value]]);
});

test('no two settings set the same limit', () => {
  const limits = names.map(([name, { default: written = '' }]) => changedBy(name, anotherThan(written)[0])[0]?.[0]);

  expect(limits.toSorted()).toEqual(
    limitsIn()
      .map(([limit]) => limit)
      .toSorted(),
  );
});
