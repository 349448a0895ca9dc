import { readdir } from 'node:fs/promises';
import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, test } from 'vitest';
import { histories, historyIn } from './support/recording.ts';
import { bundled, noSinks, theWorkflows } from './support/workflow-code.ts';

const recorded = (await readdir(histories, { recursive: true })).filter((file) => file.endsWith('.json')).sort();

describe('an order that an earlier build started continues with this one', () => {
  /** What each history came to: one worker replays them all, as starting one costs more than any history. */
  const replayed = new Map<string, Error | undefined>();
  beforeAll(async () => {
    const workflowBundle = await bundled(theWorkflows);
    const results = Worker.runReplayHistories({ workflowBundle, sinks: noSinks }, readOneByOne());
    for await (const { workflowId, error } of results) replayed.set(workflowId, error);
  }, 120_000);

  test.each(recorded)('%s', (file) => {
    expect(replayed.has(file)).toBe(true);
    expect(replayed.get(file)).toBeUndefined();
  });
});

async function* readOneByOne() {
  for (const file of recorded) yield { workflowId: file, history: await historyIn(file) };
}
