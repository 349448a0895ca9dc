import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { orderFailures, orderStatuses, providerRefusals } from '@waybill/contracts/domain';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { knownMetrics, unknownIn } from './known-metrics.ts';
import { selectorsIn } from './promql.ts';

type Rule = { alert?: string; record?: string; expr: string; annotations?: { runbook?: string } };
type Case = { alertname: string; exp_alerts: unknown[] };

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

const { groups }: { groups: { rules: Rule[] }[] } = parse(read('deploy/prometheus/alerts.yaml'));
const rules = groups.flatMap((group) => group.rules);
const alerts = rules.flatMap(({ alert, ...rule }) => (alert ? [{ alert, ...rule }] : []));
const recorded = rules.flatMap(({ record }) => record ?? []);
const { tests }: { tests: { alert_rule_test: Case[] }[] } = parse(read('deploy/prometheus/alerts.test.yaml'));
const cases = tests.flatMap((each) => each.alert_rule_test);
const sections = new Map(
  read('docs/runbook.md')
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split('\n', 1)[0] ?? '', section]),
);

/** What the labels may be that alerts tell apart. */
const values: Record<string, readonly string[]> = {
  'waybill_orders status': orderStatuses,
  'waybill_order_failures_total code': [...orderFailures, ...providerRefusals],
};

test('each alert has a section in the runbook, and each section an alert', () => {
  expect([...sections.keys()].sort()).toEqual(alerts.map(({ alert }) => alert).sort());
});

describe.each(alerts)('$alert', ({ alert, annotations }) => {
  test('links its section, which has the meaning, where to look and what to do', () => {
    expect(annotations?.runbook).toBe(`docs/runbook.md#${alert.toLowerCase()}`);
    expect(sections.get(alert)).toMatch(/\*\*Means:\*\*.*\*\*Look:\*\*.*\*\*Do:\*\*/s);
  });

  test('is tested with a healthy and an unhealthy system', () => {
    const tried = cases.filter(({ alertname }) => alertname === alert).map(({ exp_alerts }) => exp_alerts.length > 0);

    expect([...new Set(tried)].sort()).toEqual([false, true]);
  });
});

describe.each(rules.map((rule) => ({ ...rule, name: rule.alert ?? rule.record })))('the rule $name', ({ expr }) => {
  test('uses only exported metrics and labels', () => {
    expect(unknownIn(expr, knownMetrics(), recorded)).toEqual([]);
  });

  test('compares only existing values', () => {
    const unknown = selectorsIn(expr).flatMap(({ metric, matchers }) =>
      matchers.flatMap(({ label, values: wanted }) => {
        const possible = values[`${metric} ${label}`];
        return possible ? wanted.filter((value) => !possible.includes(value)) : [];
      }),
    );

    expect(unknown).toEqual([]);
  });
});
