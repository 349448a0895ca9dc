import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { table } from '@waybill/contracts/settings';
import { describe, expect, test } from 'vitest';
import { knownMetrics } from './known-metrics.ts';

const root = new URL('../../', import.meta.url);
const list = (...patterns: string[]) =>
  execFileSync('git', ['ls-files', ...patterns], { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n');
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const documents = list('README.md', 'docs/*.md').map((document) => ({ document, text: read(document) }));
const logging = list('services/*/src/*.ts', 'worker/src/*.ts').map(read).join('\n');
const metrics = [...knownMetrics().keys()];

describe.each(documents)('$document', ({ document, text }) => {
  test('names only settings that exist', () => {
    const named = text.match(/\bWAYBILL_[A-Z_]*[A-Z]\b/g) ?? [];

    expect(named.filter((name) => !(name in table))).toEqual([]);
  });

  test('names only metrics that are exported', () => {
    const named = codeIn(text).filter((code) => /^(waybill|temporal)_[a-z_]+$/.test(code));

    expect(named.filter((name) => !metrics.some((metric) => metric.startsWith(name)))).toEqual([]);
  });

  test('quotes only lines that a process logs', () => {
    expect(codeIn(text).filter((code) => isSentence(code) && !logs(code))).toEqual([]);
  });

  test('runs TypeScript as every supported Node can, images aside, whose Node is new', () => {
    const sentences = text.split(/(?<=\. )|\n\n/).filter((sentence) => !/\bimage\b/.test(sentence));
    const calls = sentences.flatMap(codeIn).filter((code) => /^node .*\.ts\b/.test(code));

    expect(calls.filter((call) => !call.startsWith('node --import tsx '))).toEqual([]);
  });

  test('links only to sections that exist', () => {
    const links = [...text.matchAll(/\]\((\w[\w.-]*\.md)?#([\w-]+)\)/g)];

    const missing = links.filter(
      ([, of, section = '']) => !sectionsOf(of ? read(join(dirname(document), of)) : text).includes(section),
    );

    expect(missing.map(([link]) => link)).toEqual([]);
  });
});

test('the runbook names every line with which a process ends', () => {
  const last = [...logging.matchAll(/\.fatal\(\{[^}]*\}, '([^']+)'|\bfail\(log, [^;]*?, '([^']+)'\)/g)];
  const [, section = ''] = /## WaybillProcessesGone\n([\s\S]*?)\n## /.exec(read('docs/runbook.md')) ?? [];

  const lines = new Set(last.map(([, fatal, failed]) => fatal ?? failed ?? ''));

  expect(lines).toContain('a worker stopped');
  expect([...lines].filter((line) => !section.includes(`\`${line}\``))).toEqual([]);
});

const codeIn = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

/** Programs, whose calls look like sentences. */
const programs = /^(npm|npx|node|waybill|docker|temporal|helm|turbo|openssl|git|promtool|pip|go) /;
const isSentence = (code: string) => /^[a-z][a-z']*( [a-z']+)+$/.test(code) && !programs.test(code);

const logs = (line: string) => [`'${line}'`, `"${line}"`].some((quoted) => logging.includes(quoted));

const sectionsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
