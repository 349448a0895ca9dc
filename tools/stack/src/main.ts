import { parseArgs } from 'node:util';
import { inSeconds, openTerminal } from '@waybill/terminal';
import { CannotStart, portsFrom } from './processes/addresses.ts';
import type { Tokens } from './processes/development.ts';
import { gatewayAt } from './sample/gateway.ts';
import { showSampleOrder } from './sample/sample.ts';
import { buildDashboard } from './start/dashboard.ts';
import { leavingSignal, StopRequest } from './start/leaving.ts';
import { arrivedLine, readyLine, titleLine } from './start/start-lines.ts';
import { type Stack, startStack } from './start/start-stack.ts';
import { stateDirFrom } from './state-folder/hold.ts';

const terminal = openTerminal(process.stdout, process.env);
const { say, paint } = terminal;
const leaving = leavingSignal([process.stdout, process.stderr]);

run().then(
  () => end(leaving.reason),
  (error: unknown) => end(leaving.aborted ? leaving.reason : error),
);

/** Prints an unexpected error. */
function end(reason: unknown): never {
  if (reason instanceof StopRequest) process.exit(0);
  say(paint.red(lineOf(reason)));
  process.exit(1);
}

/** Starts everything, shows the progress of one order, and runs until Ctrl-C. */
async function run(): Promise<void> {
  const { sample, tokens } = wishes();
  const begun = Date.now();
  const stateDir = stateDirFrom(process.env);
  say(titleLine(paint));
  await buildDashboard({ say: (line) => say(paint.yellow(line)), signal: leaving });
  const stack = await startStack({
    ports: portsFrom(process.env),
    stateDir,
    env: process.env,
    signal: leaving,
    telling: {
      say: (line) => say(paint.yellow(line)),
      arrived: (role, afterMs) => say(arrivedLine(role, afterMs, paint)),
    },
  });
  say(readyLine(Date.now() - begun));
  if (sample) await trySample(stack);
  if (!leaving.aborted) {
    if (tokens && stack.tokens) say(`\n${tokenLines(stack.tokens)}`);
    say(
      `\n${paint.bold('Try it')}: ${stack.addresses.gateway} and ${stack.addresses.gateway}/graphql   ${paint.dim(`Logs: ${stateDir}/logs`)}`,
    );
    await new Promise((left) => leaving.addEventListener('abort', left));
  }
  say('\nStopping …');
  const stopping = Date.now();
  await stack.stop();
  say(`Stopped after ${inSeconds(Date.now() - stopping)}. Orders that were under way go on at the next start.`);
}

function wishes(): { sample: boolean; tokens: boolean } {
  try {
    const { values } = parseArgs({ options: { 'no-sample': { type: 'boolean' }, 'no-tokens': { type: 'boolean' } } });
    return { sample: !values['no-sample'], tokens: !values['no-tokens'] };
  } catch (error) {
    throw new CannotStart(`${lineOf(error)} (known: --no-sample, --no-tokens)`);
  }
}

/** If the sample fails, the system keeps running and can be inspected. */
async function trySample({ addresses, tokens }: Stack): Promise<void> {
  if (!tokens) return say('\nThere is no sample order: tokens are signed with a key of your own.');
  const gateway = gatewayAt(addresses.gateway, tokens.customer);
  try {
    const now = () => Date.now();
    await showSampleOrder({ gateway, terminal, signal: leaving, now });
  } catch (error) {
    if (!leaving.aborted) say(paint.red(`The sample order went wrong: ${lineOf(error)}`));
  } finally {
    gateway.close();
  }
}

/** One role a line, to be copied. */
const tokenLines = (tokens: Tokens): string =>
  Object.entries(tokens)
    .map(([role, token]) => `${role.padEnd(10)}${token}`)
    .join('\n');

function lineOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
