import { expect, test } from 'vitest';
import { quoted, summaryOf } from '../src/report.ts';

test('a surface is reported in one line', () => {
  const line = summaryOf('providers', {
    operations: { tested: 35, errored: 1 },
    test_cases: { generated: 2_450, unique_failures: 2, errored: 0 },
  });

  expect(line).toBe('providers: 2450 cases of 35 operations, 2 failures, 1 errors');
});

test('no line of another program in the report can be mistaken for the verdict', () => {
  const report = '=== FAILURES ===\n1. Server error\n=== 1 failure in 4.01s ===\n';

  const lines = quoted(report);

  expect(lines).toEqual(['  | === FAILURES ===', '  | 1. Server error', '  | === 1 failure in 4.01s ===']);
});
