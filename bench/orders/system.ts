import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { freePorts, type Stack, startStack, stopsWithThisProcess, withOwnEngine } from '@waybill/stack';

export type System = { stack: Stack; client: Client };

const calm = { WAYBILL_LABEL_TIME: 'PT0S', WAYBILL_AUDIT_EVERY: 'PT1H', LOG_LEVEL: 'warn' };

/** Brings up the whole system on free ports, calm and with labels that take no time, and takes it down afterwards. */
export async function withSystem(work: (system: System) => Promise<void>, settings = {}): Promise<void> {
  const stateDir = await mkdtemp(join(tmpdir(), 'waybill-bench-'));
  const stack = await startStack({
    ports: await freePorts(),
    stateDir,
    env: { ...withOwnEngine(process.env), ...calm, ...settings },
    signal: new AbortController().signal,
    telling: { say: () => undefined, arrived: () => undefined },
  });
  stopsWithThisProcess(stack);
  const connection = await Connection.connect({ address: stack.addresses.temporal });
  try {
    await work({ stack, client: new Client({ connection }) });
  } finally {
    await connection.close();
    await stack.stop();
    await rm(stateDir, { recursive: true, force: true });
  }
}
