import { readdir } from 'node:fs/promises';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { describe, expect, test } from 'vitest';
import { histories, historyIn } from './support/recording.ts';

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
});

const workflowBundle = await bundleWorkflowCode({
  workflowsPath: new URL('../src/workflows/index.ts', import.meta.url).pathname,
  logger: new DefaultLogger('ERROR'),
});
const recorded = (await readdir(histories, { recursive: true })).filter((file) => file.endsWith('.json')).sort();

describe('an order that was begun by an earlier build goes on with this one', () => {
  test.each(recorded)('%s', async (file) => {
    const history = await historyIn(file);

    const replayed = Worker.runReplayHistory({ workflowBundle }, history);

    await expect(replayed).resolves.toBeUndefined();
  });
});
