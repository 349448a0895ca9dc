import { commands } from '../src/command-table/commands.ts';

/** The table of commands in the README. */
export const commandList = (): string =>
  [
    '| Command | |',
    '|---|---|',
    ...commands.map(({ name, args, means }) => `| \`${[name, args].filter(Boolean).join(' ')}\` | ${means} |`),
    '',
  ].join('\n');
