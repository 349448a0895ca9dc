import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { NativeConnection } from '@temporalio/worker';
import { bookAudit, nightlySweep } from '@waybill/contracts/domain';
import { temporalExecutable } from '@waybill/temporal';
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest';
import { lastAudit } from '../worker/src/telemetry/last-audit.ts';
import { auditNow, triggered } from './support/audit-now.ts';
import { exportedAs } from './support/exported-gauges.ts';
import { openSystem, type System } from './support/system.ts';

const run = promisify(execFile);

let system: System;
beforeAll(async () => {
  system = await openSystem(inject('temporalAddress'), { WAYBILL_AUDIT_EVERY: 'PT7M' });
});
afterAll(() => system.close());

test('the schedules of the audit and of the sweep are listed by the engine', async () => {
  const listed = async () => {
    const ids = [];
    for await (const { scheduleId } of system.client.schedule.list()) ids.push(scheduleId);
    return ids.sort();
  };

  await onceListed(async () => expect(await listed()).toEqual([bookAudit.schedule, nightlySweep.schedule].sort()));
});

test("the engine's own CLI lists the schedules of the audit and of the sweep, as docs/operation.md says", async () => {
  const temporal = await temporalExecutable({ say: console.error, env: process.env });
  const where = ['--address', inject('temporalAddress'), '--namespace', system.client.options.namespace];

  const listed = async () => {
    const { stdout } = await run(temporal, ['schedule', 'list', '--output', 'json', ...where]);
    const schedules = JSON.parse(stdout) as { scheduleId: string; info: { workflowType: { name: string } } }[];
    return new Map(schedules.map(({ scheduleId, info }) => [scheduleId, info.workflowType.name]));
  };

  await onceListed(async () =>
    expect(await listed()).toEqual(
      new Map([
        [bookAudit.schedule, bookAudit.workflow],
        [nightlySweep.schedule, nightlySweep.workflow],
      ]),
    ),
  );
});

test('a worker with another audit period changes the schedule, and a paused schedule stays paused', async () => {
  const schedule = system.client.schedule.getHandle(bookAudit.schedule);
  await schedule.unpause();
  const seen = [await standing()];
  await schedule.pause('for a look');

  const worker = await system.startWorkers({ WAYBILL_AUDIT_EVERY: 'PT11M' });
  seen.push(await standing());
  await worker.stop();

  expect(seen).toEqual([
    { every: 7 * 60_000, paused: false },
    { every: 11 * 60_000, paused: true },
  ]);
});

test('an audit that is asked for while another runs follows it', async () => {
  const queue = { WAYBILL_AUDIT_QUEUE: 'audits-that-wait' };
  await system.startWorkers(queue).then((worker) => worker.stop());
  const first = await triggered(system, bookAudit.schedule);
  const { runId } = await system.client.workflow.getHandle(first).describe();
  const asked = triggered(system, bookAudit.schedule);

  const worker = await system.startWorkers(queue);
  const second = system.client.workflow.getHandle(await asked);
  await second.result();

  expect((await second.describe()).runId).not.toBe(runId);
  await worker.stop();
  await system.startWorkers().then((worker) => worker.stop()); // for whoever asks for the next one
});

test('a worker that starts exports when the last audit ended, and not when it started, and what it found', async () => {
  const audit = system.client.workflow.getHandle(await auditNow(system));
  const { closeTime } = await audit.describe();
  await onceListed(async () => expect((await lastAudit(system.client, console.error))?.endedAt).toEqual(closeTime));
  const exported = exportedAs('waybill_audit_last_pass_timestamp_seconds', 'waybill_audit_findings');

  const worker = await system.startWorkers();

  await worker.stop();
  expect(exported).toEqual({
    waybill_audit_last_pass_timestamp_seconds: [Number(closeTime) / 1_000],
    waybill_audit_findings: [0, 0, 0, 0, 0, 0, 0],
  });
});

test('a worker works while the engine does not say what the last audit was', async () => {
  let speak: () => void = () => undefined;
  const list = vi.fn(
    () =>
      new Promise((resolve) => {
        speak = () => resolve({ executions: [] });
      }),
  );
  const connect = NativeConnection.connect.bind(NativeConnection);
  const connecting = vi.spyOn(NativeConnection, 'connect').mockImplementation(async (where) => {
    const connection = await connect(where);
    vi.spyOn(connection.workflowService, 'listWorkflowExecutions').mockImplementation(list as never);
    return connection;
  });
  onTestFinished(() => connecting.mockRestore());

  const worker = await system.startWorkers();

  expect(list).toHaveBeenCalledOnce();
  speak();
  await worker.stop();
});

test('the nightly sweep deletes old data in both services', async () => {
  const sweep = system.client.workflow.getHandle(await triggered(system, nightlySweep.schedule));

  await sweep.result();

  const { events } = await sweep.fetchHistory();
  const done = (events ?? []).flatMap(
    ({ activityTaskScheduledEventAttributes: done }) => done?.activityType?.name ?? [],
  );
  expect(done.sort()).toEqual(['sweepOrderBook', 'sweepProviders']);
});

/** The engine lists a schedule a moment after it has made it. */
function onceListed(holds: () => Promise<void>) {
  return vi.waitFor(holds, { timeout: 20_000, interval: 50 });
}

async function standing() {
  const { spec, state } = await system.client.schedule.getHandle(bookAudit.schedule).describe();
  return { every: spec.intervals?.[0]?.every, paused: state.paused };
}
