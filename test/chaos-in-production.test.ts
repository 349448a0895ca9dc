import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundledPrograms } from '@waybill/bundles';
import { expect, test } from 'vitest';

test('providers whose faults can be injected in production warn of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-chaos-'));
  const child = spawn(process.execPath, [(await bundledPrograms()).chaos], {
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      CHAOS_CONTROL: 'on',
      WAYBILL_SERVICE_TOKEN: 'a-token-that-services-bring-each-other',
      WAYBILL_CHAOS_PORT: '0',
      WAYBILL_CHAOS_DATA: join(folder, 'tables'),
    },
  });
  const ended = once(child, 'close');
  try {
    const [line] = await once(createInterface(child.stdout), 'line');

    expect(JSON.parse(line)).toMatchObject({ level: 40, msg: expect.stringContaining('CHAOS_CONTROL is on') });
  } finally {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true });
  }
});
