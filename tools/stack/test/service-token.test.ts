import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePorts } from '../src/processes/addresses.ts';
import { startStack } from '../src/start/start-stack.ts';

test('npm start in production says that a service token is missing before it looks for an engine', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-no-token-'));
  const said: string[] = [];

  const starting = startStack({
    ports: await freePorts(),
    stateDir: join(folder, 'state'),
    env: { NODE_ENV: 'production', PATH: '', HOME: folder },
    telling: { say: (line) => said.push(line), arrived: () => undefined },
    signal: AbortSignal.abort(new Error('It would be sought for')),
  });

  await expect(starting).rejects.toThrow('WAYBILL_SERVICE_TOKEN: is required in production');
  rmSync(folder, { recursive: true });
});
