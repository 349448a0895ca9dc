import type { OrderSummaryFragment } from '@waybill/client';

/** A row stays where it is. One that has left its list stays dimmed, until nobody points at the list any more. */
export type Row = { order: OrderSummaryFragment; left: boolean };

/** `fresh`: orders that have come, and wait until they are asked for. */
export type Rows = { rows: readonly Row[]; fresh: readonly OrderSummaryFragment[]; complete: boolean };

export type Change = { kind: string; order: OrderSummaryFragment };

export const noRows: Rows = { rows: [], fresh: [], complete: false };

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

/** The next page goes to the end; what of it is there already stays where it is. */
export function withPage(rows: Rows, orders: readonly OrderSummaryFragment[], complete: boolean): Rows {
  const known = new Set(rows.rows.map(({ order }) => order.id));
  const added = orders.filter(({ id }) => !known.has(id)).map((order) => ({ order, left: false }));
  return { ...rows, rows: [...rows.rows, ...added], complete };
}

/** The rows after some changes, of which only the newest of each order counts. */
export function withChanges(before: Rows, changes: readonly Change[], compare: Compare): Rows {
  const newestOf = new Map<string, Change>();
  for (const change of changes) newestOf.set(change.order.id, change);
  const rows = before.rows.map((row) => changedRow(row, newestOf.get(row.order.id)));
  const known = new Set(before.rows.map(({ order }) => order.id));
  const last = before.rows.at(-1)?.order;
  const isBeyond = (order: OrderSummaryFragment) => !before.complete && last !== undefined && compare(order, last) > 0;
  const come = [...newestOf.values()].filter(
    ({ kind, order }) => kind !== 'LEFT' && !known.has(order.id) && !isBeyond(order),
  );
  const waiting = before.fresh.filter(({ id }) => !newestOf.has(id));
  return { ...before, rows, fresh: [...waiting, ...come.map(({ order }) => order)] };
}

function changedRow(row: Row, change: Change | undefined): Row {
  if (!change) return row;
  if (change.kind === 'LEFT') return { order: change.order, left: true };
  if (change.order.revision < row.order.revision) return row;
  return { order: change.order, left: false };
}

/** Everything that has come takes its place. */
export function withFresh({ rows, fresh, complete }: Rows, compare: Compare): Rows {
  const all = [...fresh.map((order) => ({ order, left: false })), ...rows];
  return { rows: all.sort((one, other) => compare(one.order, other.order)), fresh: [], complete };
}

export const withoutLeft = (rows: Rows): Rows =>
  rows.rows.some(({ left }) => left) ? { ...rows, rows: rows.rows.filter(({ left }) => !left) } : rows;
