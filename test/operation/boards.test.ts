import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { boards, printed } from '../../tools/operate/src/boards/index.ts';
import { knownMetrics, unknownIn } from './known-metrics.ts';

const folder = fileURLToPath(new URL('../../deploy/', import.meta.url));
const { groups } = parse(readFileSync(`${folder}prometheus/alerts.yaml`, 'utf8'));
const recorded: string[] = groups.flatMap((group: { rules: { record?: string }[] }) =>
  group.rules.flatMap(({ record }) => record ?? []),
);

test('deploy/grafana contains the boards as `npm run boards:print` prints them, and nothing else', () => {
  const kept = readdirSync(`${folder}grafana`).map((name) => [name, readFileSync(`${folder}grafana/${name}`, 'utf8')]);

  expect(Object.fromEntries(kept)).toEqual(
    Object.fromEntries(boards.map((board) => [`${board.uid}.json`, printed(board)])),
  );
});

describe.each(boards)('the board of $title', ({ rows }) => {
  const panels = rows.flatMap((row) => row.panels);

  test.each(panels)('$title uses only exported metrics and labels', ({ queries }) => {
    const expressions = queries.map(({ expr }) => expr.replaceAll('$__rate_interval', '5m'));

    expect(expressions.flatMap((expr) => unknownIn(expr, knownMetrics(), recorded))).toEqual([]);
  });

  test('names each series by labels of its query', () => {
    const nameless = panels.flatMap(({ queries }) =>
      queries.filter(({ expr, legend }) => {
        const named = [...legend.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label);
        const [, grouped] = /\bby \(([^)]*)\)/.exec(expr) ?? [];
        return grouped !== undefined && !named.every((label) => grouped.split(', ').includes(label ?? ''));
      }),
    );

    expect(nameless).toEqual([]);
  });
});
