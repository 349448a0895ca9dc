import {
  type FullJournalQuery,
  type OrderFilter,
  type OrderSort,
  orderSorts,
  PageRequest,
  type RunFilter,
  RunPageRequest,
} from '@waybill/contracts';
import { cursorAt, type Position } from '../../services/order-book/src/domain/position.ts';
import { runCursor } from '../../services/order-book/src/domain/run-position.ts';
import type { Book } from './seed.ts';

/** One request of a list, a count or a journal; it reads as much of a small book as of a large one. */
export type BookRequest = { name: string; ask: (book: Book) => Promise<unknown> };

const firstAt = Date.parse('2026-01-02T00:00:00.000Z');
const timeOf = (nth: number): string => new Date(firstAt + nth * 20_000).toISOString();
const idOf = (nth: number): string => `O-${String(nth).padStart(7, '0')}`;

/** The place of the order in the middle of a book, in each sort. */
function middle(sort: OrderSort, { size }: Book): Position {
  const nth = size / 2;
  const key = {
    NEWEST: timeOf(nth),
    OLDEST: timeOf(nth),
    TOTAL_HIGH: 50_000,
    TOTAL_LOW: 50_000,
    RECENTLY_UPDATED: timeOf(nth),
    DEADLINE: `N${String(8_640_000_000_000_000 - Date.parse(timeOf(nth))).padStart(17, '0')}`,
  }[sort];
  return { key, id: idOf(nth) };
}

const page = (request: object) => (book: Book) => book.book.page(PageRequest.parse(request));

const filters = (size: number): Record<string, OrderFilter> => ({
  'of a common status': { status: ['SHIPPED'] },
  'of a rare status': { status: ['COMPENSATING'] },
  'of two statuses': { status: ['FAILED', 'CANCELLED'] },
  'of one customer': { customerId: `c-${size / 40}` },
  'of the greatest customer': { customerId: 'c-great' },
  'of a currency': { currencyCode: 'EUR' },
  'of a range of totals': { minTotalMinor: 20_000, maxTotalMinor: 90_000 },
  'of a narrow range of totals': { minTotalMinor: 20_000, maxTotalMinor: 22_000 },
  'of a time': { createdFrom: timeOf(size / 2), createdTo: timeOf(size / 2 + 100) },
  'of a long time': { createdTo: timeOf(size / 2) },
  'that need attention': { needsAttention: true },
  'that need none': { needsAttention: false },
  'that are stuck': { health: ['STUCK'] },
  'that are well': { health: ['OK'] },
  'that are retried': { health: ['RETRYING'] },
  'of a beginning of ids': { idPrefix: idOf(size / 2).slice(0, 7) },
  'with a common item': { sku: 'SKU-7' },
  'with a rare item': { sku: 'RARE' },
  'updated in a time': { updatedFrom: timeOf(size / 2), updatedTo: timeOf(size / 2 + 100) },
  'updated in a long time': { updatedTo: timeOf(size / 2) },
  'of the rarer plan': { plan: 'RESERVE_FIRST' },
  'of a customer and a status': { customerId: 'c-great', status: ['COMPENSATING'] },
  'of a status and an item': { status: ['FAILED'], sku: 'SKU-15' },
});

const sorts = orderSorts.flatMap((orderBy): BookRequest[] => [
  { name: `orders ${orderBy}: first page`, ask: page({ orderBy }) },
  { name: `orders ${orderBy}: last page`, ask: page({ orderBy, last: 20 }) },
  {
    name: `orders ${orderBy}: page in the middle`,
    ask: (book) => page({ orderBy, after: cursorAt(orderBy, middle(orderBy, book)) })(book),
  },
  {
    name: `orders ${orderBy}: page before the middle`,
    ask: (book) => page({ orderBy, last: 20, before: cursorAt(orderBy, middle(orderBy, book)) })(book),
  },
]);

const listed = Object.keys(filters(0)).flatMap((name): BookRequest[] => {
  const by = (request: object) => (book: Book) => page({ filter: filters(book.size)[name], ...request })(book);
  return [
    ...orderSorts.map((orderBy) => ({ name: `orders ${name}, ${orderBy}`, ask: by({ orderBy }) })),
    { name: `orders ${name}, with their total`, ask: by({ countTotal: true }) },
  ];
});

const ofCounts: BookRequest[] = [
  { name: 'orders, with their total', ask: page({ countTotal: true }) },
  { name: 'counts of all', ask: ({ book }) => book.counts(undefined) },
  { name: 'counts of one customer', ask: ({ book, size }) => book.counts(`c-${size / 40}`) },
  { name: 'counts of the greatest customer', ask: ({ book }) => book.counts('c-great') },
];

const journals = (size: number): Record<string, Partial<FullJournalQuery>> => ({
  'newest entries': {},
  'of a type': { type: ['ORDER_CLOSED'] },
  'of two types': { type: ['ORDER_CLOSED', 'ORDER_RECEIVED'] },
  'of a type that never was': { type: ['COMPENSATION_SETTLED'] },
  'of an actor': { actor: 'manager-7' },
  'of nobody': { actor: 'nobody' },
  'of an actor and a type': { actor: 'manager-7', type: ['STATUS_CHANGED'] },
  'of an actor and a type that never was': { actor: 'manager-7', type: ['COMPENSATION_SETTLED'] },
  'of an order': { orderId: idOf(size / 2) },
  'of a time': { from: timeOf(size / 2), to: timeOf(size / 2 + 100) },
  'of an actor in a time': { actor: 'manager-7', from: timeOf(size / 2), to: timeOf(size / 2 + 100) },
});

const ofJournal = Object.keys(journals(0)).map(
  (name): BookRequest => ({
    name: `journal of all orders: ${name}`,
    ask: ({ book, size }) => book.fullJournal({ first: 20, ...journals(size)[name] }),
  }),
);

const runFilters = (size: number): Record<string, RunFilter> => ({
  newest: {},
  'of a kind': { kind: ['PAYMENT'] },
  'of a kind that never was': { kind: ['STANDING_ORDER'] },
  'of a status': { status: ['COMPLETED'] },
  'of a rare status': { status: ['CANCELLED'] },
  'of a kind and a rare status': { kind: ['GREETING'], status: ['CANCELLED'] },
  'of one starter': { startedBy: `s-${size / 40}` },
  'of the greatest starter': { startedBy: 'great' },
  'of the greatest starter and a rare status': { startedBy: 'great', status: ['CANCELLED'] },
  'about one user': { about: `u-${size / 40}` },
});

const ofRuns = Object.keys(runFilters(0)).flatMap((name): BookRequest[] => {
  const by =
    (request: object) =>
    ({ runs, size }: Book) =>
      runs.page(RunPageRequest.parse({ filter: runFilters(size)[name], ...request }));
  const after = (book: Book) => runCursor({ key: timeOf(book.size / 2), id: `RUN-${idOf(book.size / 2).slice(2)}` });
  return [
    { name: `runs ${name}`, ask: by({}) },
    { name: `runs ${name}, from the middle`, ask: (book) => by({ after: after(book) })(book) },
  ];
});

const single: BookRequest[] = [
  { name: 'one order', ask: ({ book, size }) => book.find(idOf(size / 2)) },
  {
    name: 'twenty orders',
    ask: ({ book, size }) => book.byIds(Array.from({ length: 20 }, (_, at) => idOf(size / 2 + at))),
  },
  { name: 'an id or key', ask: ({ book, size }) => book.identity(idOf(size / 2)) },
  { name: 'journal of one order', ask: ({ book, size }) => book.journal(idOf(size / 2), {}) },
  { name: 'open orders', ask: ({ book }) => book.openOrders({ after: '', first: 20 }) },
  { name: 'open runs', ask: ({ runs }) => runs.openRuns({ after: '', first: 20 }) },
  { name: 'what is unbalanced', ask: ({ book }) => book.unbalanced() },
];

export const requests: BookRequest[] = [...sorts, ...listed, ...ofCounts, ...ofJournal, ...ofRuns, ...single];
