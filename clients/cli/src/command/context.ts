import type { Waybill } from '@waybill/client';
import { openTerminal } from '@waybill/terminal';
import { createOutput, type Format, type Output } from '../output/output.ts';
import { asTyped } from '../problems/command-spelling.ts';
import { createRateLimitNotice, type Stderr } from '../session/rate-limit-notice.ts';
import type { OptionRow } from './option-row.ts';

/** The global options. */
export type Globals = {
  url?: string;
  profile?: string;
  tokenFile?: string;
  output?: Format;
  json?: boolean;
  fields?: string;
  color?: boolean;
  quiet?: boolean;
  yes?: boolean;
  input?: boolean;
};

/** What every command receives. */
export type Context = {
  /** The words of the command: "chaos set". */
  command: string;
  globals: Globals;
  env: NodeJS.ProcessEnv;
  output: Output;
  /** Writes a line for people to stderr; does nothing when the output is for programs. */
  note: (line: string) => void;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Says that a rate limit is waited for, where somebody reads it. */
  onRateLimit: (waitMs: number) => void;
  /** Whether a person can be prompted. */
  isInteractive: boolean;
  /** The client of the gateway; its first use reads the identity. */
  client: () => Promise<Waybill>;
  readStdin: () => Promise<string>;
  /** All items. */
  commands: readonly {
    name: string;
    means: string;
    words?: readonly string[];
    options?: readonly OptionRow[];
  }[];
};

type Surroundings = Pick<Context, 'env' | 'signal' | 'commands' | 'command'> & {
  /** The options of the command itself. */
  call: { idsOnly?: boolean };
  stderr?: Stderr;
};

export function createContext(
  globals: Globals,
  { env, signal, commands, command, call, stderr = process.stderr }: Surroundings,
): Context {
  const colours = globals.color === false ? { ...env, NO_COLOR: '1' } : env;
  const format = globals.json ? 'json' : (globals.output ?? 'table');
  const fields = globals.fields?.split(',').filter(Boolean) ?? [];
  const output = createOutput({
    terminal: openTerminal(process.stdout, colours),
    format,
    fields,
    isQuiet: globals.quiet === true,
    asTyped: (line: string) => asTyped(line, env),
  });
  const onRateLimit = createRateLimitNotice(stderr, globals.quiet === true || call.idsOnly === true);
  let client: Promise<Waybill> | undefined;
  return {
    globals,
    env,
    output,
    signal,
    onRateLimit,
    commands,
    command,
    note: (line) => {
      if (!globals.quiet && output.isForPeople) stderr.write(`${asTyped(line, env)}\n`);
    },
    isInteractive: process.stdin.isTTY === true && process.stdout.isTTY === true && globals.input !== false,
    client: () => {
      client ??= import('../session/client.ts').then(({ openClient }) => openClient(globals, env, signal, onRateLimit));
      return client;
    },
    readStdin: async () => (await import('node:stream/consumers')).text(process.stdin),
  };
}
