import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { freePort, startEngine, temporalExecutable } from './index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the engine of this test run answers. */
    temporalAddress: string;
  }
}

/** The engine deletes a workflow once its queue was acknowledged, which is every 30 s by default. */
const limits = { 'history.transferProcessorUpdateAckInterval': '1s' };

/** One engine for all tests of a run, on a free port and with nothing on disk; or the one that TEMPORAL_ADDRESS names. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const address = process.env.TEMPORAL_ADDRESS;
  if (address) {
    project.provide('temporalAddress', address);
    return undefined;
  }
  const executable = await temporalExecutable({ say: console.error, env: process.env });
  const engine = await startEngine({ executable, port: await freePort(), limits });
  project.provide('temporalAddress', engine.address);
  return engine.stop;
}
