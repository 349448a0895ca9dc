import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { expect, inject, test } from 'vitest';
import { engineAnswers, freePort, keepsClosedWorkflows, startEngine, temporalExecutable } from '../src/index.ts';

test('the engine of the test run answers', async () => {
  const address = inject('temporalAddress');

  const answers = await engineAnswers(address);

  expect(answers).toBe(true);
});

test('an engine that was stopped is found again at its port', async () => {
  await using world = await aMachine();
  const first = await world.startEngine();

  await first.stop();
  const answersBetween = await engineAnswers(first.address);
  const second = await world.startEngine();

  expect(answersBetween).toBe(false);
  expect(await engineAnswers(second.address)).toBe(true);
  await second.stop();
});

test('an engine whose port is taken says so instead of waiting', async () => {
  await using world = await aMachine();
  const first = await world.startEngine();

  const second = world.startEngine();

  await expect(second).rejects.toThrow(`Port ${world.port}, meant for the engine, is taken`);
  await first.stop();
});

test('an engine keeps closed workflows for 30 days once that is configured, and an unavailable engine refuses that', async () => {
  await using world = await aMachine();
  const engine = await world.startEngine();

  const kept = await keepsClosedWorkflows(engine.address);

  const connection = await Connection.connect({ address: engine.address });
  const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
  await Promise.all([connection.close(), engine.stop()]);
  expect(kept).toBe(true);
  expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 24 * 3600);
  expect(await keepsClosedWorkflows(engine.address)).toBe(false);
});

test('an engine keeps the queries of many people at one busy workflow, instead of refusing all but one', async () => {
  const connection = await Connection.connect({ address: inject('temporalAddress'), interceptors: [] });
  const workflowId = `busy-${crypto.randomUUID()}`;
  await new Client({ connection }).workflow.start('nobodyServesIt', { workflowId, taskQueue: workflowId });
  const query = { namespace: 'default', execution: { workflowId }, query: { queryType: 'state' } };
  const ask = () => connection.workflowService.queryWorkflow(query);

  const asked = await Promise.allSettled(
    Array.from({ length: 10 }, () => connection.withDeadline(Date.now() + 2_000, ask)),
  );

  await connection.close();
  const refused = asked.filter((each) => each.status === 'rejected' && /buffer is full/.test(String(each.reason)));
  expect(refused).toEqual([]);
});

async function aMachine() {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-engine-'));
  const executable = await temporalExecutable({ say: () => undefined, env: process.env });
  const port = await freePort();
  return {
    port,
    startEngine: () => startEngine({ executable, port, dbFile: join(folder, 'engine.db') }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
