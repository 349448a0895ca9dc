import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { proofs as operations } from '../tools/operate/src/proofs.ts';
import { proofs } from '../tools/prove/src/proofs.ts';
import { campaigns, measuring } from '../vitest.config.ts';

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

test.each([...campaigns, ...measuring].flatMap(alternatives))(
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
