import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '@waybill/bundles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLineOf, processesWith } from './support/processes.ts';
import { eventually } from './test-stack.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let bundled: string;
beforeAll(async () => {
  const cache = join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  bundled = await mkdtemp(join(cache, 'small-stack-')); // where its packages are found
  await bundle(root, { 'small-stack': 'tools/stack/test/support/small-stack.ts' }, bundled);
});
afterAll(() => rm(bundled, { recursive: true, force: true }));

type Ending = (stack: ChildProcess, stateDir: string) => unknown;

const endings: Record<string, Ending> = {
  'Ctrl-C': (stack) => stack.kill('SIGINT'),
  'Ctrl-C twice': (stack) => stack.kill('SIGINT') && stack.kill('SIGINT'),
  SIGTERM: (stack) => stack.kill('SIGTERM'),
  'a terminal that is closed': (stack) => stack.kill('SIGHUP') && hangUp(stack),
  'SIGQUIT, which nobody handles': (stack) => stack.kill('SIGQUIT'),
  'kill -9': (stack) => stack.kill('SIGKILL'),
  'Ctrl-C beside a tee that ends too': (stack) => hangUp(stack) && stack.kill('SIGINT'),
  'Ctrl-C when its folder is gone': async (stack, stateDir) => {
    await rm(stateDir, { recursive: true });
    stack.kill('SIGINT');
  },
};

const phases = ['waking', 'starting', 'up'] as const;
const every = phases.flatMap((phase) => Object.entries(endings).map(([how, end]) => [phase, how, end] as const));
/** The others are much alike; all are ended in every way where things are proved at length. */
const few = every.filter(([phase, how]) => phase === 'up' && (how === 'kill -9' || how.includes('that')));

describe.skipIf(process.platform !== 'linux')('a stack leaves no process behind', () => {
  test.each(process.env.WAYBILL_PROVE === 'on' ? every : few)(
    'while it is %s, and is ended by %s',
    async (phase, _, end) => {
      await using stack = await aSmallStack(phase);

      await end(stack.process, stack.stateDir);

      await eventually(() => expect(stack.processes()).toEqual([]));
      expect(stack.complaints()).toBe('');
    },
  );

  test('and is ended by a closed pipe, as soon as it writes', async () => {
    await using stack = await aSmallStack('up');

    hangUp(stack.process);
    process.kill(stack.pidOf('slow'), 'SIGKILL');

    await eventually(() => expect(stack.processes()).toEqual([]));
    expect(stack.complaints()).toBe('');
  });

  test('and is ended by kill -9 while one of its processes is frozen', async () => {
    await using stack = await aSmallStack('up');

    process.kill(stack.pidOf('slow'), 'SIGSTOP');
    stack.process.kill('SIGKILL');

    await eventually(() => expect(stack.processes()).toEqual([]));
  });

  test('and is ended by kill -9 after its guard was', async () => {
    await using stack = await aSmallStack('up');

    const guard = stack.guard() ?? 0;
    process.kill(guard, 'SIGKILL');
    await eventually(() => expect([undefined, guard]).not.toContain(stack.guard()));
    stack.process.kill('SIGKILL');

    await eventually(() => expect(stack.processes()).toEqual([]));
  });

  test('and continues when it cannot restart a process, until it can', async () => {
    await using stack = await aSmallStack('up');

    await rm(stack.stateDir, { recursive: true });
    process.kill(stack.pidOf('slow'), 'SIGKILL');

    await eventually(() => expect(stack.said()).toContain('slow is back'));
  });
});

const hangUp = (stack: ChildProcess) => stack.stdout?.destroy();

const arrival = { waking: 'service is ready', starting: 'engine is ready', up: 'up' };

async function aSmallStack(phase: keyof typeof arrival) {
  const stateDir = await mkdtemp(join(tmpdir(), 'waybill-endings-'));
  const stack = spawn(process.execPath, [join(bundled, 'small-stack.mjs'), stateDir, phase], {
    env: { ...process.env, ENDING: stateDir },
  });
  let [said, complaints] = ['', ''];
  stack.stdout.on('data', (chunk) => (said += chunk));
  stack.stderr.on('data', (chunk) => (complaints += chunk));
  const processes = () => processesWith(`ENDING=${stateDir}`);
  await eventually(() => expect(said).toContain(arrival[phase]));
  return {
    stateDir,
    process: stack,
    said: () => said,
    complaints: () => complaints,
    processes,
    pidOf: (name: 'engine' | 'slow') => Number(/up (\d+) (\d+)/.exec(said)?.[name === 'engine' ? 1 : 2]),
    guard: () => processes().find((pid) => commandLineOf(pid).includes('guard.ts')),
    [Symbol.asyncDispose]: async () => {
      stack.kill('SIGKILL');
      if (stack.exitCode === null && stack.signalCode === null) await once(stack, 'exit');
      await eventually(() => expect(processes()).toEqual([]));
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}
