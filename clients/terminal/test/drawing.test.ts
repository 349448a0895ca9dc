import { openTerminal, stepLine } from '@waybill/terminal';
import { aScreen } from '@waybill/terminal/testing';
import { expect, test } from 'vitest';

test('a step that is retried shows which attempt of how many it is at, and when it comes; a finished one how many it took', () => {
  const { paint } = openTerminal(aScreen({ isTTY: false }), {});
  const step = { name: 'DISPATCH_CARRIER', status: 'RUNNING', attempt: 3, maxAttempts: 5, startedAt: at(0) };
  const lineOf = (given: object) => stepLine({ ...step, ...given }, paint, Date.parse(at(4)));

  expect([
    lineOf({ nextAttemptAt: at(6), error: { message: 'No answer' } }),
    lineOf({}),
    lineOf({ status: 'COMPLETED', finishedAt: at(9) }),
    lineOf({ attempt: 1 }),
  ]).toEqual([
    '  ▸ dispatch carrier             4.0 s  attempt 3 of 5 in 2.0 s  No answer',
    '  ▸ dispatch carrier             4.0 s  attempt 3 of 5',
    '  ✓ dispatch carrier             9.0 s  3 attempts',
    '  ▸ dispatch carrier             4.0 s',
  ]);
});

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
