import { type Client, ServiceError } from '@temporalio/client';
import type { MetricMeter } from '@temporalio/common';
import { expect, test } from 'vitest';
import type { AuditFindings } from '../src/activities/book-audit.ts';
import { createAuditMetrics } from '../src/telemetry/audit-metrics.ts';
import { lastAuditEnd } from '../src/telemetry/last-audit.ts';

const nothing = { mended: 0, lost: 0, recovered: 0, unanswered: 0, stuck: 0, refused: 0, unbalanced: 0 };
const lastPass = 'waybill_audit_last_pass_timestamp_seconds';

test('a worker exports the time and the findings of its last audit pass', () => {
  const { gauges, metrics, at } = aWorker();
  const passed = (found: Partial<AuditFindings>) =>
    metrics.sinks.audit.passed.fn(undefined as never, { ...nothing, ...found });

  at(120);
  passed({ stuck: 3, lost: 1 });
  passed({ stuck: 2, unbalanced: 1 });

  expect(Object.fromEntries(gauges)).toMatchObject({
    waybill_audit_period_seconds: 300,
    [lastPass]: 120,
    'waybill_audit_findings stuck': 2,
    'waybill_audit_findings lost': 0,
    'waybill_audit_findings unbalanced': 1,
  });
});

test('a worker that starts says nothing of the last audit until it knows when that was', () => {
  const { gauges, metrics } = aWorker();
  const before = gauges.get(lastPass);

  metrics.lastEndedAt(new Date(30_000));

  expect([before, gauges.get(lastPass)]).toEqual([undefined, 30]);
});

test('a pass of its own is not set back by an older one that the engine lists', () => {
  const { gauges, metrics, at } = aWorker();

  at(120);
  metrics.sinks.audit.passed.fn(undefined as never, nothing);
  metrics.lastEndedAt(new Date(30_000));

  expect(gauges.get(lastPass)).toBe(120);
});

const [ended, scheduled] = [new Date('2026-01-02T00:00:00Z'), new Date('2026-01-01T00:00:00Z')];
const refused = new ServiceError('The engine lists nothing now');

test.each<[string, { list: Listed; created?: Date | Error }, Date | undefined]>([
  ['the end of the newest one that is complete', { list: [ended] }, ended],
  ['before the first one, the time since which it is scheduled', { list: [] }, scheduled],
  ['unknown while the engine cannot list workflows', { list: refused }, undefined],
  ['unknown while the engine cannot describe the schedule', { list: [], created: refused }, undefined],
])('when the last audit ended is %s', async (_, { list, created = scheduled }, expected) => {
  expect(await lastAuditEnd(anEngine(list, created), () => undefined)).toEqual(expected);
});

test('a fault that is not of the engine is thrown', async () => {
  const bug = new TypeError('a bug');

  await expect(lastAuditEnd(anEngine(bug, scheduled), () => undefined)).rejects.toBe(bug);
});

type Listed = Date[] | Error;

/** It lists executions that ended at these times, the newest first. */
function anEngine(listed: Listed, created: Date | Error): Client {
  const list = async function* () {
    if (listed instanceof Error) throw listed;
    for (const closeTime of listed) yield { closeTime };
  };
  const describe = async () => {
    if (created instanceof Error) throw created;
    return { info: { createdAt: created } };
  };
  return { workflow: { list }, schedule: { getHandle: () => ({ describe }) } } as unknown as Client;
}

/** The metrics of a worker that has just started, at the 60th second. */
function aWorker() {
  const gauges = new Map<string, number>();
  let now = 60_000;
  return {
    gauges,
    metrics: createAuditMetrics(aMeter(gauges), 300_000, () => now),
    at: (seconds: number) => {
      now = seconds * 1_000;
    },
  };
}

/** It keeps the newest value of each gauge. */
function aMeter(gauges: Map<string, number>): MetricMeter {
  const createGauge = (name: string) => ({
    set: (value: number, { kind }: { kind?: string } = {}) => void gauges.set(kind ? `${name} ${kind}` : name, value),
  });
  return { createGauge } as unknown as MetricMeter;
}
