import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test.each(['SIGTERM', 'SIGINT'] as const)('a service that receives %s while it starts exits', async (signal) => {
  const service = aService('starts for ever');
  await service.says('starting');

  service.kill(signal);

  expect(await service.ended).toEqual({ code: 0, signal: null });
});

test('a process that receives a signal before it has loaded its modules exits', async () => {
  const before = fileURLToPath(new URL('../../../deploy/early-signals.mjs', import.meta.url));
  const child = spawn(process.execPath, ['--import', before, '--eval', 'setInterval(() => {}, 1_000); console.log(1)']);
  await once(child.stdout, 'data');

  child.kill('SIGTERM');

  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a service replaces the signal listeners of its loading phase', async () => {
  const service = aService('goes on', ['--import', new URL('../../../deploy/early-signals.mjs', import.meta.url).href]);
  await service.says('started');

  service.kill('SIGTERM');
  await service.ended;

  expect(await service.output).toContain('stopping');
});

test('a service that receives two signals stops once, with the exit code 0', async () => {
  const service = aService('goes on');
  await service.says('started');

  service.kill('SIGINT');
  service.kill('SIGTERM');

  expect(await service.ended).toEqual({ code: 0, signal: null });
});

test.each([
  ['throws', 'ended by an unexpected error', /nobody expected this/],
  ['rejects', 'ended by an unexpected error', /nobody expected this/],
  ['cannot start', 'cannot start', /the port is taken/],
  ['cannot start on its database', 'cannot start', /^it is full$/],
])('a service that %s logs one line with the reason, and its exit code is not 0', async (behaviour, msg, error) => {
  const service = aService(behaviour);

  expect(await service.ended).toEqual({ code: 1, signal: null });

  const lines = (await service.output).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 60, msg, error: expect.stringMatching(error) },
  ]);
  expect(await service.complaints).toBe('');
});

test('a service that cannot stop logs it, and its exit code is not 0', async () => {
  const service = aService('cannot stop');
  await service.says('started');

  service.kill('SIGTERM');

  expect(await service.ended).toEqual({ code: 1, signal: null });
  expect(await service.output).toContain('it is stuck');
});

/** A process that runs a service of that behaviour. */
function aService(behaviour: string, before: string[] = []) {
  const child = fork(new URL('./support/service-process.ts', import.meta.url), [behaviour], {
    execArgv: [...before, '--import', 'tsx'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said = once(child, 'message');
  const textOf = (stream: typeof child.stdout) => (stream ? text(stream) : Promise.resolve(''));
  return {
    says: async (what: string) => expect(await said).toContain(what),
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    ended: once(child, 'exit').then(([code, signal]) => ({ code, signal })),
    output: textOf(child.stdout),
    complaints: textOf(child.stderr),
  };
}
