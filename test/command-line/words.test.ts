import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gateway } from '../../clients/typed/test/support/gateway.ts';
import { aSuccessfulGateway } from './successful-gateway.ts';
import { waybill } from './waybill.ts';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await aSuccessfulGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const call = (argv: string, env: Record<string, string> = {}) =>
  waybill(argv.split(' '), { WAYBILL_URL: gateway.url(), WAYBILL_TOKEN: 'token-1', ...env });

test.each([
  ['chaos pin ORD-1 payment.capture timeout', 'ORD-1\n'],
  ['chaos show', ''],
  ['services', 'engine\n'],
])('%s -o id prints the id of what it is about, and nothing where there is none', async (argv, printed) => {
  const { stdout } = await call(`${argv} -o id`);

  expect(stdout).toBe(printed);
});

test.each([
  ['demo', 'stderr', '`npx --no waybill demo 1`'],
  ['watch', 'stderr', '`npx --no waybill watch ORD-1`'],
  ['demo 8', 'stdout', '`npx --no waybill logs`'],
  ['help approve', 'stdout', 'npx --no waybill list --status AWAITING_APPROVAL -q | npx --no waybill approve -'],
] as const)('who called %s by npx is told commands that npx finds', async (argv, stream, told) => {
  const byNpx = await call(argv, { npm_command: 'exec' });
  const byName = await call(argv);

  expect(byNpx[stream]).toContain(told);
  expect(byName[stream]).toContain(told.replaceAll('npx --no ', ''));
});

test('an option that npx took for its own is explained where its value seems to be a command', async () => {
  const [byNpx, byName] = await Promise.all([call('http://x list', { npm_command: 'exec' }), call('http://x list')]);

  expect([byNpx.exit, byName.exit]).toEqual([2, 2]);
  expect(byNpx.stderr).toContain('`npx --no -- waybill …`');
  expect(byName.stderr).not.toContain('npx');
  expect((await call('palce', { npm_command: 'exec' })).stderr).toMatch(
    /^USAGE: unknown command 'palce'\s\(Did you mean place\?\)\n$/,
  );
});

test.each([
  ['list --status SHI', ['SHIPPED']],
  ['run list --status PA', ['PAUSED']],
  ['run list --kind GR', ['GREETING']],
  ['wait ORD-1 --for CANC', ['CANCELLED']],
  ['login --role ma', ['manager']],
  ['chaos set --profile st', ['storm']],
  ['retry ORD-1 CAPT', ['CAPTURE_PAYMENT']],
  ['chaos pin ORD-1 payment.capture lost', ['lost_reply']],
  ['list --output js', ['json', 'jsonl']],
  ['list --st', ['--status']],
  ['cha', ['chaos']],
])('bash completes %s', async (typed, completed) => {
  const { stdout: script } = await waybill(['completion', 'bash'], {});

  const words = ['waybill', ...typed.split(' ')];
  const completion = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _waybill; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const replied = execFileSync('bash', ['-c', `${script}\n${completion}`], { encoding: 'utf8' });

  expect(replied.trim().split('\n')).toEqual(completed);
});

test('fish completes the values of an option for its own command alone', async () => {
  const { stdout: script } = await waybill(['completion', 'fish'], {});

  const lines = script.split('\n').filter((line) => line.includes(' -l status '));
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/subcommand_from wait' -l status -x -a 'RECEIVED /);
});
