import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { commandList } from '../build/command-list.ts';
import { globalOptions } from '../src/command/global-options.ts';
import { commands } from '../src/command-table/commands.ts';

beforeAll(() => {
  vi.stubGlobal('BUILD_VERSION', '0');
  vi.stubGlobal('BUILD_ROOT', '');
});
afterAll(() => vi.unstubAllGlobals());

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

test('every command in the table can be loaded', async () => {
  const runs = await Promise.all(commands.map(async ({ load }) => typeof (await load()).run));

  expect(new Set(runs)).toEqual(new Set(['function']));
});

test('help marks the options that a command must have', async () => {
  const { createProgram } = await import('../src/program/program.ts');
  const program = createProgram(async () => undefined, {});

  const unmarked = commands.flatMap(({ name, options = [] }) => {
    const words = name.split(' ');
    const command = words.reduce<Command>((found, word) => find(found, word), program);
    const lines = command
      .helpInformation()
      .replace(/\n {10,}/g, ' ')
      .split('\n');
    return options
      .filter(
        ({ flags, required }) =>
          (required ?? false) !== lines.some((line) => line.includes(flags) && line.endsWith('(required)')),
      )
      .map(({ flags }) => `${name} ${flags}`);
  });

  expect(unmarked).toEqual([]);
});

test('help explains every argument of every command', async () => {
  const { createProgram } = await import('../src/program/program.ts');
  const program = createProgram(async () => undefined, {});

  const unexplained = commands.flatMap(({ name }) =>
    name
      .split(' ')
      .reduce<Command>((found, word) => find(found, word), program)
      .registeredArguments.filter(({ description }) => !description)
      .map((argument) => `${name} ${argument.name()}`),
  );

  expect(unexplained).toEqual([]);
});

const find = (within: Command, name: string): Command =>
  within.commands.find((command) => command.name() === name) ?? within;
