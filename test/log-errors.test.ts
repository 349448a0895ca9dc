import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

/** A call of a log, as far as its fields and its message go. */
const logCall = /\blog\.(?:trace|debug|info|warn|error|fatal)\((?:[^()]|\([^()]*\))*\)/g;
const raw = /\.message\b|\.stack\b|\bString\(/;

const rawIn = (source: string): string[] => (source.match(logCall) ?? []).filter((call) => raw.test(call));

test('no log contains the message of an error, which may contain a statement with customer data', () => {
  const listed = execFileSync('git', ['ls-files', 'services/*/src/**.ts', 'worker/src/**.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = listed.trim().split('\n');

  const found = files.flatMap((file) =>
    rawIn(readFileSync(`${root}${file}`, 'utf8')).map((call) => `${file}: ${call}`),
  );

  expect(found).toEqual([]);
  const places = [
    'services/gateway/src/assembly/gateway.ts',
    'services/platform/src/http/service-app.ts',
    'worker/src/main.ts',
  ];
  expect(files).toEqual(expect.arrayContaining(places));
});

test.each([
  'log.warn({ error: String(error) }, "interrupted")',
  'log.error({\n  orderId,\n  error: error.message,\n}, "failed")',
  'log.error({ error: cause instanceof Error ? cause.stack : "" }, "failed")',
])('%j is such a place', (call) => {
  expect(rawIn(call)).toEqual([call]);
});
