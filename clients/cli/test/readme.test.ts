import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { commandList } from '../build/command-list.ts';
import { commands } from '../src/commands.ts';
import { globalOptions } from '../src/global-options.ts';

test('README lists every command', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

  expect(readme).toContain(`<!-- commands -->\n${commandList()}<!-- /commands -->\n`);
});

test('the example of each command calls it, with options that it has', () => {
  const wrong = commands.filter(({ name, options = [], example }) => {
    const known = [...options, ...globalOptions].flatMap(({ flags }) => flags.match(/(?<![\w-])-{1,2}[\w-]+/g) ?? []);
    const [call = ''] = example.split(' | ').filter((part) => part.startsWith(`waybill ${name}`));
    const used = call.replaceAll(/'[^']*'|"[^"]*"/g, '').match(/(?<= )-{1,2}[a-z][\w-]*/g) ?? [];
    return call === '' || used.some((option) => !known.includes(option));
  });

  expect(wrong.map(({ example }) => example)).toEqual([]);
});

test('every command that the table names can be loaded', async () => {
  vi.stubGlobal('BUILD_VERSION', '0');
  vi.stubGlobal('BUILD_ROOT', '');

  const runs = await Promise.all(commands.map(async ({ load }) => typeof (await load()).run));

  expect(new Set(runs)).toEqual(new Set(['function']));
  vi.unstubAllGlobals();
});
