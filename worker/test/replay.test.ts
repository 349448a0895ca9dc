import { readdir } from 'node:fs/promises';
import { Worker } from '@temporalio/worker';
import { describe, expect, test } from 'vitest';
import { histories, historyIn } from './support/recording.ts';
import { bundled, noSinks, theWorkflows } from './support/workflow-code.ts';

const workflowBundle = await bundled(theWorkflows);
const recorded = (await readdir(histories, { recursive: true })).filter((file) => file.endsWith('.json')).sort();

describe('an order that was begun by an earlier build goes on with this one', () => {
  test.each(recorded)('%s', async (file) => {
    const history = await historyIn(file);

    const replayed = Worker.runReplayHistory({ workflowBundle, sinks: noSinks }, history);

    await expect(replayed).resolves.toBeUndefined();
  });
});
