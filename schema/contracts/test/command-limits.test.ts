import { expect, test } from 'vitest';
import { readSettings } from '../src/settings/index.ts';

test.each([
  [{ WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: '500' }],
  [{ WAYBILL_LIMIT_COMMANDS: '20', WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: '21' }],
  [{ WAYBILL_LIMIT_COMMANDS: '100' }],
])('limits that leave customers no commands are refused: %o', (env) => {
  expect(() => readSettings('gateway', env)).toThrow(
    'WAYBILL_LIMIT_COMMANDS_KEPT_FOR_STAFF: must be less than WAYBILL_LIMIT_COMMANDS',
  );
});
