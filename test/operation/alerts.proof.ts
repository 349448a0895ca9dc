import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../deploy/prometheus', import.meta.url));

const promtool = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
};

test('promtool accepts every rule', () => {
  expect(promtool('check', 'rules', '--lint=all', '--lint-fatal', 'alerts.yaml')).toMatchObject({ status: 0 });
});

test('each alert fires with its text when it should, and only then', () => {
  expect(promtool('test', 'rules', 'alerts.test.yaml')).toMatchObject({ status: 0 });
});
