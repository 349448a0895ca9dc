import { commands } from '../src/commands.ts';

/** The commands as README lists them. */
export const commandList = (): string =>
  [
    '| Command | |',
    '|---|---|',
    ...commands.map(({ name, args, means }) => `| \`${[name, args].filter(Boolean).join(' ')}\` | ${means} |`),
    '',
  ].join('\n');
