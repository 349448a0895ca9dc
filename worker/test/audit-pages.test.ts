import { expect, test } from 'vitest';
import type { AuditedPage } from '../src/activities/book-audit.ts';
import { readPages } from '../src/workflows/maintenance/audit-pages.ts';

type Cursor = NonNullable<AuditedPage['next']>;

const begunAt = '2026-01-01T00:00:00.000Z';
const none = { mended: [], lost: [], recovered: [], unanswered: [], stuck: [], refused: [] };
const limits = { pages: 5, searched: 3, ids: 4 };

/** A book with two pages of open orders, and six of what the engine has ended. */
const pagesOf = (asked: (string | undefined)[]) => async (cursor?: Cursor) => {
  asked.push(cursor && `${cursor.pass} ${cursor.after}`);
  const found = { ...none, compared: 1, mended: [`ORD-${asked.length}`] };
  if (!cursor) return { found, next: { pass: 'ENGINE', after: '' } } as AuditedPage;
  if (cursor.pass === 'ENGINE') return { found, next: { pass: 'LOST_ORDERS', after: '' } } as AuditedPage;
  const at = Number(cursor.after || 0) + 1;
  const next = at === 6 ? null : { pass: 'LOST_ORDERS', after: String(at), since: null, begunAt };
  return { found, next } as AuditedPage;
};

test('one audit takes some pages of a search, and says where the next one continues', async () => {
  const asked: (string | undefined)[] = [];

  const pages = await readPages(pagesOf(asked), { begunAt: 'now' }, { ...limits, pages: 100 });

  expect(asked).toEqual([undefined, 'ENGINE ', 'LOST_ORDERS ', 'LOST_ORDERS 1', 'LOST_ORDERS 2']);
  expect(pages).toMatchObject({ isOver: true, next: { pass: 'LOST_ORDERS', after: '3' }, begunAt });
});

test('a search that is short ends in the audit that began it', async () => {
  const pages = await readPages(pagesOf([]), { begunAt: 'now' }, { ...limits, pages: 100, searched: 100 });

  expect(pages).toMatchObject({ isOver: true, next: null, found: { compared: 8 } });
  expect(pages.found.mended).toEqual(['ORD-1', 'ORD-2', 'ORD-3', 'ORD-4']);
});

test('a history that is full is continued at its page, with what was searched so far', async () => {
  const asked: (string | undefined)[] = [];
  const reconcile = pagesOf(asked);

  const first = await readPages(reconcile, { begunAt: 'now' }, { ...limits, pages: 4 });
  const second = await readPages(reconcile, first, { ...limits, pages: 4 });

  expect(first).toMatchObject({ isOver: false, next: { after: '2' }, searched: 2 });
  expect(asked.at(-1)).toBe('LOST_ORDERS 2');
  expect(second).toMatchObject({ isOver: true, next: { after: '3' }, found: { compared: 5 } });
});
