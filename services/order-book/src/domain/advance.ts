import type { RecordRequest } from '@waybill/contracts';
import type { Attention, OrderStatus } from '@waybill/contracts/domain';
import { BookRefused } from './refusals.ts';
import { canReach } from './status-paths.ts';

/** What the book has recorded of one order. */
export type Standing = {
  fingerprint: string;
  status: OrderStatus;
  attention: Attention | null;
  /** The number of takeovers; writes with a lower epoch are refused. */
  epoch: number;
  revision: number;
  /** The newest journal entry up to which none is missing. */
  seq: number;
  /** Null while the order is open. */
  closedAt: Date | null;
};

/**
 * The newest entry up to which a journal has no gap once these entries are added. Valid only for a journal without
 * entries behind a gap: one whose length equals its order's revision.
 */
export function extended(seq: number, entries: readonly { seq: number }[]): number {
  const added = new Set(entries.map((entry) => entry.seq));
  let newest = seq;
  while (added.has(newest + 1)) newest += 1;
  return newest;
}

/** Entries after an end can only come from a workflow task that was discarded. */
export const upToTheEnd = <Entry extends { seq: number }>(
  standing: Pick<Standing, 'closedAt' | 'revision'> | undefined,
  entries: readonly Entry[],
): readonly Entry[] => (standing?.closedAt ? entries.filter(({ seq }) => seq <= standing.revision) : entries);

/** A fencing token: a writer from which an order or run was taken over may not know it yet. */
export function refuseLowerEpoch(
  standing: Pick<Standing, 'epoch'> | undefined,
  { epoch = 0 }: { epoch?: number | undefined },
): void {
  if (standing && epoch < standing.epoch)
    throw new BookRefused('TAKEN_OVER', 'Another writer has taken this over since');
}

/** The firm write that closes an order. It contains everything that is known. */
export const isLastWord = ({ order, firm }: RecordRequest): boolean => firm === true && order.closedAt !== null;

/** Whether the offered state of an order replaces the one in the book. */
export const advances = (standing: Standing | undefined, { order, ...write }: RecordRequest): boolean =>
  replaces(standing, { ...write, name: `Order ${order.orderId}`, state: order, canFollow: canReach });

/** The offered state of an order or a run. */
export type Offered<Status> = {
  name: string;
  state: { status: Status; revision: number; closedAt: string | null };
  entries: readonly { seq: number }[];
  fingerprint: string;
  firm?: boolean | undefined;
  canFollow: (from: Status, to: Status) => boolean;
};

/**
 * Whether the offered state replaces the recorded one. A late or repeated state does not, which is no error. A state
 * written in passing may come from a workflow task that the engine never accepted, so a firm state need not follow from
 * it.
 */
export function replaces<Status>(
  standing: (Pick<Standing, 'fingerprint' | 'closedAt' | 'revision'> & { status: Status }) | undefined,
  { name, state, entries, fingerprint, firm, canFollow }: Offered<Status>,
): boolean {
  if (entries.some(({ seq }) => seq > state.revision))
    throw new BookRefused('INVALID_REQUEST', 'The journal has entries that are newer than the state');
  if (!standing) return true;
  if (standing.fingerprint !== fingerprint)
    throw new BookRefused('IDEMPOTENCY_CONFLICT', `${name} is in the book with other content`);
  if (standing.closedAt !== null) return false;
  if (firm && state.closedAt !== null) return true;
  if (state.revision <= standing.revision) return false;
  if (firm || canFollow(standing.status, state.status)) return true;
  throw new BookRefused(
    'STATUS_UNREACHABLE',
    `${name} is ${standing.status} in the book and cannot become ${state.status}`,
  );
}
