import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { freePort, startEngine, temporalExecutable } from '@waybill/temporal';
import { expect, test } from 'vitest';

test('an engine that is killed during its work has lost no workflow whose start it acknowledged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-killed-engine-'));
  const executable = await temporalExecutable({ say: () => undefined, env: process.env });
  const parts = { executable, port: await freePort(), dbFile: join(folder, 'engine.db') };
  const engine = await startEngine(parts);

  const acknowledged = await withClient(engine.address, (client) =>
    startedUntil(client, 100, () => process.kill(engine.pid, 'SIGKILL')),
  );
  const again = await startEngine(parts);
  const known = await withClient(again.address, (client) =>
    Promise.all(acknowledged.map(async (id) => (await client.workflow.getHandle(id).describe()).status.name)),
  );

  expect(acknowledged.length).toBeGreaterThanOrEqual(100);
  expect(known).toEqual(acknowledged.map(() => 'RUNNING'));
  await again.stop();
  await rm(folder, { recursive: true });
});

/** Starts workflows, many at once, until an end is made of it; the ids of those whose start was acknowledged. */
async function startedUntil(client: Client, enough: number, end: () => void): Promise<string[]> {
  const acknowledged: string[] = [];
  const starting = async (lane: number) => {
    for (let n = 0; ; n++) {
      const workflowId = `w-${lane}-${n}`;
      await client.workflow.start('anything', { workflowId, taskQueue: 'nobody serves it' });
      if (acknowledged.push(workflowId) === enough) end();
    }
  };
  await Promise.allSettled(Array.from({ length: 16 }, (_, lane) => starting(lane)));
  return acknowledged;
}

async function withClient<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  return work(new Client({ connection })).finally(() => connection.close());
}
