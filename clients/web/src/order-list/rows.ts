import type { OrderSummaryFragment } from '@waybill/client';

/** A row keeps its place. One that has left the list is dimmed until the pointer leaves the list. */
export type Row = {
  order: OrderSummaryFragment;
  left: boolean;
  /** The cursor after which its page begins; undefined in the first page. */
  after?: string | undefined;
};

/** `fresh`: new orders that are shown on request. `middle`: orders before the first row are not shown. */
export type Rows = {
  rows: readonly Row[];
  fresh: readonly OrderSummaryFragment[];
  complete: boolean;
  middle: boolean;
};

export type Change = { kind: string; order: OrderSummaryFragment };

/** More rows than a person looks through; filters find the others. */
export const mostRows = 10_000;
/** With this many new orders, the list is read again. */
export const mostFresh = 1_000;

export const noRows: Rows = { rows: [], fresh: [], complete: false, middle: false };

type Page = { orders: readonly OrderSummaryFragment[]; complete: boolean; after?: string | undefined };

type Compare = (one: OrderSummaryFragment, other: OrderSummaryFragment) => number;

const text = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
const latest = '\uffff';
const deadline = ({ status, approvalDeadline }: OrderSummaryFragment) =>
  status === 'AWAITING_APPROVAL' ? (approvalDeadline ?? latest) : latest;
const amount = ({ total }: OrderSummaryFragment) => Number(total.amount);

const newest: Compare = (one, other) => text(other.createdAt, one.createdAt);

const compares: Readonly<Record<string, Compare>> = {
  NEWEST: newest,
  OLDEST: (one, other) => -newest(one, other),
  TOTAL_HIGH: (one, other) => amount(other) - amount(one) || newest(one, other),
  TOTAL_LOW: (one, other) => amount(one) - amount(other) || newest(one, other),
  RECENTLY_UPDATED: (one, other) => text(other.updatedAt, one.updatedAt),
  DEADLINE: (one, other) => text(deadline(one), deadline(other)) || newest(one, other),
};

export const compareBy = (sort: string): Compare => compares[sort] ?? newest;

/** Appends the next page; rows that are already shown keep their place. */
export function withPage(rows: Rows, { orders, complete, after }: Page): Rows {
  const known = new Set(rows.rows.map(({ order }) => order.id));
  const added = orders.filter(({ id }) => !known.has(id)).map((order) => ({ order, left: false, after }));
  return { ...rows, rows: [...rows.rows, ...added], complete };
}

/** Applies changes to the rows; only the newest change of each order counts. */
export function withChanges(before: Rows, changes: Iterable<Change>, compare: Compare): Rows {
  const newestOf = new Map<string, Change>();
  for (const change of changes) newestOf.set(change.order.id, change);
  const known = new Set<string>();
  const rows = before.rows.map((row) => {
    const change = newestOf.get(row.order.id);
    if (change) known.add(row.order.id);
    return changedRow(row, change);
  });
  const [first, last] = [before.rows[0]?.order, before.rows.at(-1)?.order];
  const isBeyond = (order: OrderSummaryFragment) =>
    (!before.complete && last !== undefined && compare(order, last) > 0) ||
    (before.middle && first !== undefined && compare(order, first) < 0);
  const come = [...newestOf.values()].filter(
    ({ kind, order }) => kind !== 'LEFT' && !known.has(order.id) && !isBeyond(order),
  );
  const waiting = before.fresh.filter(({ id }) => !newestOf.has(id));
  return { ...before, rows, fresh: [...waiting, ...come.map(({ order }) => order)].slice(0, mostFresh) };
}

function changedRow(row: Row, change: Change | undefined): Row {
  if (!change) return row;
  if (change.kind === 'LEFT') return { ...row, order: change.order, left: true };
  if (change.order.revision < row.order.revision) return row;
  return { ...row, order: change.order, left: false };
}

/** Inserts all new orders in their places, on the page of the row before them. */
export function withFresh(before: Rows, compare: Compare): Rows {
  const all: Row[] = [...before.fresh.map((order) => ({ order, left: false })), ...before.rows];
  all.sort((one, other) => compare(one.order, other.order));
  let after: string | undefined;
  const rows = all.slice(0, mostRows).map((row) => {
    after = row.after ?? after;
    return row.after === after ? row : { ...row, after };
  });
  return { ...before, rows, fresh: [] };
}

export const withoutLeft = (rows: Rows): Rows =>
  rows.rows.some(({ left }) => left) ? { ...rows, rows: rows.rows.filter(({ left }) => !left) } : rows;
