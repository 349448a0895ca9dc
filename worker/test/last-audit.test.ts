import { type Client, ServiceError } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { PayloadKeyMissing } from '@waybill/orders-client';
import { expect, test } from 'vitest';
import { type LastAudit, lastAudit, restoreLastAudit } from '../src/telemetry/last-audit.ts';

const [ended, scheduled] = [new Date('2026-01-02T00:00:00Z'), new Date('2026-01-01T00:00:00Z')];
const refused = new ServiceError('The engine lists nothing now');
const result = {
  compared: 9,
  mended: [],
  lost: ['ORD-1'],
  recovered: [],
  unanswered: [],
  stuck: ['ORD-2', 'RUN-1'],
  refused: [],
  effects: { orders: { different: ['ORD-3'] }, runs: { different: [] } },
};
const found = { mended: 0, lost: 1, recovered: 0, unanswered: 0, stuck: 2, refused: 0, unbalanced: 1 };

test.each<[string, { list: Listed; created?: Date | Error }, Date | undefined]>([
  ['the end of the newest one that is complete', { list: [ended] }, ended],
  ['before the first one, the time since which it is scheduled', { list: [] }, scheduled],
  ['unknown while the engine cannot list workflows', { list: refused }, undefined],
  ['unknown while the engine cannot describe the schedule', { list: [], created: refused }, undefined],
])('when the last audit ended is %s', async (_, { list, created = scheduled }, expected) => {
  expect((await lastAudit(anEngine(list, created), () => undefined))?.endedAt).toEqual(expected);
});

test('what the last audit found is counted in its result', async () => {
  expect(await lastAudit(anEngine([ended]), () => undefined)).toEqual({ endedAt: ended, found });
});

test.each<[string, unknown]>([
  ['encrypted with a key that is missing', new PayloadKeyMissing('no key "key-8"', 'audit-of-the-books-1')],
  ['of an earlier version', { ...result, stuck: undefined }],
  ['deleted since', new WorkflowNotFoundError('gone', 'audit-of-the-books-1', undefined)],
])('a result that is %s is left out, with one line in the log', async (_, unreadable) => {
  const lines: string[] = [];

  const last = await lastAudit(anEngine([ended], scheduled, unreadable), (line) => void lines.push(line));

  expect(last).toEqual({ endedAt: ended, found: undefined });
  expect(lines).toEqual(['the findings of the last audit of the books cannot be read']);
});

test('a worker gives the engine ten seconds to say what the last audit was', async () => {
  const deadlines: unknown[] = [];
  const restored: LastAudit[] = [];
  const withDeadline: Client['withDeadline'] = (deadline, read) => {
    deadlines.push(deadline);
    return read();
  };
  const metrics = { restore: (last: LastAudit) => void restored.push(last) };

  await restoreLastAudit(
    { ...anEngine([ended]), withDeadline },
    metrics,
    () => undefined,
    () => 60_000,
  );

  expect({ deadlines, restored }).toEqual({ deadlines: [70_000], restored: [{ endedAt: ended, found }] });
});

test('a fault that is not of the engine is thrown', async () => {
  const bug = new TypeError('a bug');

  await expect(lastAudit(anEngine(bug), () => undefined)).rejects.toBe(bug);
});

type Listed = Date[] | Error;

/** It lists executions that ended at these times, the newest first; each with this result. */
function anEngine(listed: Listed, created: Date | Error = scheduled, ofEach: unknown = result): Client {
  const list = async function* () {
    if (listed instanceof Error) throw listed;
    for (const closeTime of listed) yield { closeTime };
  };
  const workflow = { list, getHandle: () => ({ result: async () => orFail(ofEach) }) };
  const describe = async () => ({ info: { createdAt: orFail(created) } });
  return { workflow, schedule: { getHandle: () => ({ describe }) } } as unknown as Client;
}

function orFail<T>(value: T | Error): T {
  if (value instanceof Error) throw value;
  return value;
}
