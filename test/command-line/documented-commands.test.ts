import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Command, CommanderError } from 'commander';
import { beforeAll, expect, test, vi } from 'vitest';
import { commands } from '../../clients/cli/src/command-table/commands.ts';

const root = new URL('../../', import.meta.url);
const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
const documented = documents.flatMap((document) =>
  callsIn(readFileSync(new URL(document, root), 'utf8')).map((call) => ({ document, call })),
);

let createProgram: typeof import('../../clients/cli/src/program/program.ts').createProgram;
beforeAll(async () => {
  vi.stubGlobal('BUILD_VERSION', '0');
  vi.stubGlobal('BUILD_ROOT', '');
  ({ createProgram } = await import('../../clients/cli/src/program/program.ts'));
});

test.each(documented)('$document: "waybill $call" works as it is written', async ({ call }) => {
  expect(await refusalOf(call)).toBeUndefined();
});

test('commands are found in sentences, in blocks and behind a pipe', () => {
  const text =
    'Then `waybill list -q`, not `npm ci`.\n```sh\nnpx --no waybill list | npx --no waybill approve -  # all\n```';

  expect(callsIn(text)).toEqual(['list -q', 'list', 'approve -']);
});

test.each([
  ['settle ORD-1 CAPTURE_PAYMENT', "required option '--note <text>'"],
  ['give-up ORD-1 --reason x', "missing required argument 'step'"],
  ['retry ORD-1 --now', "unknown option '--now'"],
  ['balance ORD-1', "unknown command 'balance'"],
])('the documented command "waybill %s" would be refused', async (call, why) => {
  expect(await refusalOf(call)).toContain(why);
});

/** Why the command line would refuse this call; a command's bare name mentions it and calls nothing. */
async function refusalOf(call: string): Promise<string | undefined> {
  if (commands.some(({ name }) => name === call)) return undefined;
  try {
    await silent(createProgram(async () => undefined, {})).parseAsync(wordsOf(call), { from: 'user' });
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return undefined; // --version, --help
    return String(error);
  }
}

function silent(command: Command): Command {
  for (const each of command.commands) silent(each);
  return command.configureOutput({ writeOut: () => undefined });
}

/** The arguments of each call of the command line: in code within a sentence, or in a block of code. */
function callsIn(text: string): string[] {
  const [blocks, sentences] = [/^```[^\n]*\n([\s\S]*?)^```/gm, /`([^`\n]+)`/g];
  const inBlocks = [...text.matchAll(blocks)].flatMap(([, block = '']) => block.split('\n'));
  const inSentences = [...text.replaceAll(blocks, '').matchAll(sentences)].map(([, code = '']) => code);
  return [...inSentences, ...inBlocks]
    .flatMap((line) => line.replace(/\s+# .*/, '').split(' | '))
    .flatMap((part) => /^\s*(?:npx --no (?:-- )?)?waybill (.+?)\s*$/.exec(part)?.[1] ?? []);
}

/** `COMMAND` stands for any command. */
const wordsOf = (call: string): string[] =>
  (call.replace('COMMAND', 'list').match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) =>
    word.replace(/^(["'])(.*)\1$/, '$2'),
  );
