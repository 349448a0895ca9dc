import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { proofs as operations } from '../tools/operate/src/proofs.ts';
import { proofs } from '../tools/prove/src/proofs.ts';
import { campaigns, ownProcess } from '../vitest.config.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '');

/** A pattern without its alternatives: one for each. */
function alternatives(pattern: string): string[] {
  const [whole, list] = /\{([^}]*)\}/.exec(pattern) ?? [];
  if (whole === undefined || list === undefined) return [pattern];
  return list.split(',').flatMap((one) => alternatives(pattern.replace(whole, one)));
}

const matches = (pattern: string) => {
  const wanted = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
  return files.some((file) => wanted.test(file));
};

test.each([...campaigns, ...ownProcess].flatMap(alternatives))(
  '%s in the configuration of the tests is a file',
  (pattern) => {
    expect(matches(pattern)).toBe(true);
  },
);

const named = [...proofs, ...operations].flatMap(({ name, command }) =>
  command.filter((word) => /(^|\/)test\//.test(word)).map((start): [string, string] => [name, start]),
);

test.each(named)('the proof %s runs files that begin with %s', (_, start) => {
  expect(files.some((file) => file.includes(start) && /\.(test|scenario|proof)\.ts$/.test(file))).toBe(true);
});

/** The clock, the timers, the memory or the warnings of a whole process, and functions that it has one of. */
const wholeProcess =
  /useFakeTimers|setSystemTime|getTimerCount|memoryUsage\(|getActiveResourcesInfo|process\.on(ce)?\(|spyOn\((globalThis|process|performance|Date|console|\w+\.prototype)\b/;

test('what replaces or counts what the whole process has is in a process of its own', () => {
  const alone = ['test/test-files.test.ts', ...ownProcess.flatMap(alternatives)];
  const sharing = files.filter((file) => /\.(test|scenario)\.ts$/.test(file) && !alone.includes(file));

  expect(sharing.length).toBeGreaterThan(300);
  expect(sharing.filter((file) => wholeProcess.test(readFileSync(`${root}${file}`, 'utf8')))).toEqual([]);
});

/** Of Vitest, which is one second where none is given: a busy machine needs longer. */
const waits = /\bvi\.wait(For|Until)\([^;]*;/g;
const withLimit = /timeout:|\b\d+_000\b|, patience\)/;

test('who waits with vi.waitFor or vi.waitUntil says for how long at most', () => {
  const found = files
    .filter((file) => file !== 'test/test-files.test.ts')
    .flatMap((file) => [...readFileSync(`${root}${file}`, 'utf8').matchAll(waits)].map(([wait]) => `${file}: ${wait}`));

  expect(found.length).toBeGreaterThan(10);
  expect(found.filter((wait) => !withLimit.test(wait))).toEqual([]);
});
