import { expect, test } from 'vitest';
import { hasRoomFor, limitsOf, refusalOf } from '../src/domain/index.ts';
import { readSettings } from '../src/settings/index.ts';

test.each([
  [{ WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: '500' }],
  [{ WAYBILL_LIMIT_COMMANDS: '20', WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: '21' }],
])('limits that leave customers no commands are refused: %o', (env) => {
  expect(() => readSettings('gateway', env)).toThrow(
    'WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: must be less than WAYBILL_LIMIT_COMMANDS',
  );
});

test('an order accepts 400 commands of customers, and 500 with those of staff', () => {
  const { commands: most, commandsKeptForStaff: keptForStaff } = limitsOf({});
  const roomAfter = (taken: number) =>
    [false, true].map((byStaff) => hasRoomFor({ commands: { taken, most, keptForStaff } }, byStaff));

  expect([399, 400, 499, 500].map(roomAfter)).toEqual([
    [true, true],
    [false, true],
    [false, true],
    [false, false],
  ]);
});

test.each([
  ['PENDING', null],
  ['SKIPPED', null],
  ['RUNNING', 'ADDRESS_LOCKED'],
  ['COMPLETED', 'ADDRESS_LOCKED'],
] as const)('a new address of an order whose label is %s is refused with %s', (status, refusal) => {
  const label = { attempt: 0, percent: null, startedAt: null, finishedAt: null, detail: null, error: null };
  const steps = [{ name: 'CREATE_LABEL' as const, status, ...label }];

  expect(refusalOf('changeAddress', { status: 'PROCESSING', steps, failure: null, closedAt: null })).toBe(refusal);
});
