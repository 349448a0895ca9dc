import { expect, test } from 'vitest';
import { type Listing, listed } from '../src/lookup/pages.ts';
import { createOutput, type Format } from '../src/output/output.ts';

const page = (id: string, endCursor: string | null, more: object = {}) => ({
  nodes: [{ id, ...more }],
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});

type Screen = { format: Format; isTerminal?: boolean; fields?: string[]; options?: Listing };

/** What was printed before the second page was requested, and at the end or the failure. */
async function reading({ format, isTerminal = false, fields = [], options = {} }: Screen, failure?: Error) {
  const lines: string[] = [];
  let early: string[] = [];
  const paint = { bold: (text: string) => text };
  const terminal = { say: (line: string) => lines.push(line), isTerminal, paint };
  const output = createOutput({ terminal: terminal as never, format, fields, isQuiet: true, asTyped: (line) => line });
  const read = async function* () {
    yield page('ORD-1', 'next', { userId: 'ada' });
    early = [...lines];
    if (failure) throw failure;
    yield page('ORD-2', null);
  };
  const context = { output, note: () => undefined, signal: new AbortController().signal };
  const error = await listed(context as never, { all: true, ...options }, [['ORDER', 'id']], read).catch(
    (thrown: unknown) => thrown,
  );
  return { early, lines, error };
}

test.each<[how: string, screen: Screen, lines: string[]]>([
  ['-o jsonl', { format: 'jsonl', fields: ['id'] }, ['{"id":"ORD-1"}', '{"id":"ORD-2"}']],
  ['-o id', { format: 'id' }, ['ORD-1', 'ORD-2']],
  ['-q', { format: 'table', isTerminal: true, options: { idsOnly: true } }, ['ORD-1', 'ORD-2']],
  ['a table that another program reads', { format: 'table' }, ['ORD-1', 'ORD-2']],
])('%s prints each page as it arrives, and keeps what it had when a later page fails', async (_, screen, lines) => {
  const whole = await reading(screen);
  const cut = await reading(screen, new Error('Gone'));

  expect(whole).toEqual({ early: lines.slice(0, 1), lines, error: undefined });
  expect(cut).toEqual({ early: lines.slice(0, 1), lines: lines.slice(0, 1), error: new Error('Gone') });
});

test.each<[how: string, screen: Screen, lines: string[]]>([
  ['a document', { format: 'json', fields: ['id'] }, ['{"items":[{"id":"ORD-1"},{"id":"ORD-2"}],"nextCursor":null}']],
  ['a table on a terminal', { format: 'table', isTerminal: true }, ['ORDER', 'ORD-1', 'ORD-2']],
])('%s is printed once the list is complete', async (_, screen, lines) => {
  expect(await reading(screen)).toEqual({ early: [], lines, error: undefined });
});

test('a field that only an earlier page has is empty in a later one', async () => {
  const { lines } = await reading({ format: 'jsonl', fields: ['id', 'userId'] });

  expect(lines).toEqual(['{"id":"ORD-1","userId":"ada"}', '{"id":"ORD-2","userId":null}']);
});
