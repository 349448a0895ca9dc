import { type Client, QueryNotRegisteredError } from '@temporalio/client';
import { expect, test } from 'vitest';
import { completedStatus, runningStatus } from '../src/engine/description.ts';
import type { Engine } from '../src/engine/engine.ts';
import { PayloadKeyMissing } from '../src/engine/errors.ts';
import { createExecutionReader, type ReadKind } from '../src/reading/execution-reader.ts';
import { queryBufferIsFull } from './support/query-buffer.ts';

type Answer = { journal: [] };

/** Reads an order whose query ends with this error; no task of its workflow is failing. */
function readingWith(error: Error, status: number) {
  const client = { workflow: { getHandle: () => ({ query: () => Promise.reject(error) }) } };
  const engine: Partial<Engine> = {
    describe: () => Promise.resolve({ workflowExecutionInfo: { status } } as Awaited<ReturnType<Engine['describe']>>),
    limited: (_, call) => call(),
  };
  const kind: Partial<ReadKind<Answer>> = { workflowIdOf: (id) => `order-${id}`, query: 'order' };
  return createExecutionReader(client as unknown as Client, engine as Engine, kind as ReadKind<Answer>)('ORD-1', 0);
}

test.each([
  ['whose worker cannot replay it', new QueryNotRegisteredError('WAYBILL_PAYLOAD_KEYS has no key "2026-01"', 3)],
  ['whose answer needs a key that is missing here', new PayloadKeyMissing('no key "2026-02"', undefined)],
])('an order %s is failing, which the audit reports, and not lost when its workflow has ended', async (_, error) => {
  const reads = await Promise.all([readingWith(error, runningStatus), readingWith(error, completedStatus)]);

  expect(reads).toEqual(['failing', 'failing']);
});

test('an order that cannot be read because of another error is not reported as failing', async () => {
  await expect(readingWith(new TypeError('a bug of ours'), runningStatus)).rejects.toThrow('a bug of ours');
});

test('an order whose query the engine has no place for is not answered, which does not stop the audit', async () => {
  expect(await readingWith(queryBufferIsFull, runningStatus)).toBe('unanswered');
});
