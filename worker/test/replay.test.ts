import { readdir, readFile } from 'node:fs/promises';
import { Worker } from '@temporalio/worker';
import { contentOf } from '@waybill/temporal-simulator';
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

test('every patch is in a history that a real engine recorded', async () => {
  const inCode = await patchesInCode();
  const inHistories = new Set<string>();
  for (const file of recorded) for (const patch of await patchesIn(file)) inHistories.add(patch);

  const isRecorded = (patch: string) =>
    inHistories.has(patch) || (patch.endsWith('-') && [...inHistories].some((known) => known.startsWith(patch)));
  expect(inCode).toContain('enrich');
  expect(inCode.filter((patch) => !isRecorded(patch))).toEqual([]);
});

/** The names of all patches; of those that are numbered, the beginning. */
async function patchesInCode(): Promise<string[]> {
  const folder = new URL('.', theWorkflows);
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const sources = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  return sources.flatMap((source) => [...source.matchAll(/\bpatched\(['`]([\w-]+)/g)].map(([, name = '']) => name));
}

async function patchesIn(file: string): Promise<string[]> {
  const { events } = await historyIn(file);
  return events.flatMap(({ markerRecordedEventAttributes: marker }) => {
    const payloads = marker?.details?.['patch-data'];
    return payloads ? [contentOf<{ id: string }>(payloads).id] : [];
  });
}

async function* readOneByOne() {
  for (const file of recorded) yield { workflowId: file, history: await historyIn(file) };
}
