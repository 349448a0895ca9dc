import { limitsOf } from '@waybill/contracts/domain';
import { chapters, overridesFrom, readSettings } from '@waybill/contracts/settings';
import { expect, test } from 'vitest';
import { createLimits } from '../src/execution/limits/limits.ts';

const names = Object.entries(Object.fromEntries(chapters)['Limits of the gateway'] ?? {});

/** The limits by name, those that enter with an order among them. */
function limitsIn(env: Record<string, string> = {}) {
  const settings = readSettings('gateway', env);
  return Object.entries({ ...createLimits(settings), ...limitsOf(overridesFrom(settings)) });
}

const changedBy = (name: string, text: string) => {
  const usual = new Map(limitsIn());
  return limitsIn({ [name]: text }).filter(([limit, value]) => usual.get(limit) !== value);
};

test.each(names)('%s sets one limit and no other', (name, { default: written = '' }) => {
  const [text, value] = written.startsWith('PT') ? ['PT7S', 7_000] : ['7', 7];

  expect(changedBy(name, text)).toEqual([[expect.any(String), value]]);
});

test('no two settings set the same limit', () => {
  const limits = names.map(
    ([name, { default: written = '' }]) => changedBy(name, written.startsWith('PT') ? 'PT7S' : '7')[0]?.[0],
  );

  expect(limits.toSorted()).toEqual(
    limitsIn()
      .map(([limit]) => limit)
      .toSorted(),
  );
});
