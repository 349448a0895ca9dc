import { expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { NotAnswering } from '../src/engine/errors.ts';
import { createWorkflowCalls } from '../src/engine/workflow-calls.ts';
import { queryBufferIsFull } from './support/query-buffer.ts';

test('a verdict that the engine has no place to wait for is asked for again', async () => {
  const queries: unknown[] = [];
  const query = async (...question: unknown[]) => {
    queries.push(question);
    if (queries.length === 1) throw queryBufferIsFull;
    return 'the verdict';
  };

  const verdict = await callsTo(query).verdict('ORD-1', 'c-1');

  expect(verdict).toBe('the verdict');
  expect(queries).toEqual([
    ['getVerdict', 'c-1'],
    ['getVerdict', 'c-1'],
  ]);
});

test('a verdict that the engine has no place to wait for, however often it is asked for, is not answered', async () => {
  const query = async () => {
    throw queryBufferIsFull;
  };

  await expect(callsTo(query).verdict('ORD-1', 'c-1')).rejects.toBeInstanceOf(NotAnswering);
});

function callsTo(query: (...question: unknown[]) => Promise<unknown>) {
  const limited = (_: unknown, call: () => unknown) => call();
  const engine = { limited, workflow: { getHandle: () => ({ query }) } } as unknown as Engine;
  return createWorkflowCalls<{ journal: [] }, object, unknown, { step: string }>(engine, {
    stateQuery: { workflowIdOf: (id: string) => id, query: 'getOrder' },
    verdictQuery: 'getVerdict',
    followed: {},
  } as unknown as Parameters<typeof createWorkflowCalls<{ journal: [] }, object, unknown, { step: string }>>[1]);
}
