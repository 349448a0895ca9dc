import { writeSync } from 'node:fs';
import { CommanderError } from 'commander';
import type { CommandRow } from '../command/command.ts';
import { createContext, type Globals } from '../command/context.ts';
import { commands } from '../command-table/commands.ts';
import { checkFields } from '../input/field-names.ts';
import { asTyped } from '../problems/command-spelling.ts';
import { exitCodes } from '../problems/exit-codes.ts';
import { byOptions } from '../problems/option-names.ts';
import { withCommandForKind } from '../problems/other-kind.ts';
import { linesOf, problemOf, usage } from '../problems/problems.ts';
import { isLoopback, urlFrom } from '../session/identity.ts';
import { profileNamed } from '../session/profiles.ts';
import { createProgram } from './program.ts';

type Called = { command: string; args: readonly string[]; globals: Globals };

/** Runs one command and ends the process with its exit code. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const leaving = new AbortController();
  const leave = () => (leaving.signal.aborted ? process.exit(exitCodes.interrupted) : leaving.abort());
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
  process.stdout.on('error', endUnread); // such as `head`
  process.stderr.on('error', endUnread);

  let exit: number = exitCodes.done;
  let called: Called = { command: '', args: [], globals: {} };
  const start = async (row: CommandRow, globals: Globals, call: { args: string[]; options: object }) => {
    called = { command: row.name, args: call.args, globals };
    const context = createContext(globals, {
      env,
      signal: leaving.signal,
      commands,
      command: row.name,
      call: call.options,
    });
    checkFields(globals.fields, row.fields);
    const { run } = await row.load();
    exit = (await run(context, call as never)) ?? exitCodes.done;
  };
  try {
    await createProgram(start, env).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    exit = leaving.signal.aborted ? exitCodes.interrupted : tell(error, called, argv, env);
  }
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))));
  process.exit(exit);
}

/** A reader who has closed the pipe has what it wanted; anything else, such as a full disk, is said. */
function endUnread(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  writeSync(process.stderr.fd, `The output cannot be written: ${error.message}\n`);
  process.exit(exitCodes.fault);
}

/** Writes the error to stderr, as JSON when JSON was requested. */
function tell(
  error: unknown,
  { command, args, globals }: Called,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCodes.done;
    if (error.code === 'commander.help') return exitCodes.usage;
  }
  const { exit, shown: said } = problemOf(
    error instanceof CommanderError ? usage(error.message.replace(/^error: /, '')) : error,
  );
  const meant = withCommandForKind(byOptions(said, argv), command, args);
  const shown = { ...meant, message: asTyped(meant.message, env) };
  if (wantsJson(argv)) process.stderr.write(`${JSON.stringify({ error: shown })}\n`);
  else
    for (const line of [...linesOf(shown), ...hintFor(shown.code, globals, env), ...npxHint(error, env)])
      process.stderr.write(`${line}\n`);
  return exit;
}

/** Read before the options are parsed, because they may be the mistake. */
const wantsJson = (argv: readonly string[]): boolean =>
  argv.some(
    (word, at) =>
      word === '--json' ||
      /^(-o|--output=)jsonl?$/.test(word) ||
      (/^(-o|--output)$/.test(word) && /^jsonl?$/.test(argv[at + 1] ?? '')),
  );

/** A command that is only misspelt is suggested instead. */
const isUnknownCommand = (error: unknown): boolean =>
  error instanceof CommanderError &&
  error.code === 'commander.unknownCommand' &&
  !error.message.includes('Did you mean');

/** Its own options are those before the first word, so that a value of ours seems to be the command. */
const npxHint = (error: unknown, env: NodeJS.ProcessEnv): string[] =>
  isUnknownCommand(error) && env.npm_command === 'exec'
    ? ['Before the first word, npx takes options for its own: write them behind it, or use `npx --no -- waybill …`.']
    : [];

/** A gateway on this machine can be started; which one was meant is known once it was called. */
function hintFor(code: string, globals: Globals, env: NodeJS.ProcessEnv): string[] {
  if (code !== 'UNREACHABLE') return [];
  const url = urlFrom(globals, profileNamed(globals.profile ?? 'default', env), env);
  return isLoopback(url)
    ? [asTyped('Start it with `waybill start`, or `waybill start --detach` to run it in the background.', env)]
    : [];
}
