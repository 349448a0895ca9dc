import { correlationIdIn } from './correlation.ts';

/** What goes with every write of an order or a run; the epoch with those of a recovery. */
export type Kept = { fingerprint: string; keyId?: string; epoch?: number; correlationId: string };

/** What a write says beside the state: the entries that the book lacks, the request behind them, and who writes. */
export const entryWith = <Entry extends { detail: Record<string, unknown> | null }>(
  entries: Entry[],
  { fingerprint, keyId, epoch, correlationId }: Kept,
) => ({
  entries,
  correlationId: correlationIdIn(entries) ?? correlationId,
  fingerprint,
  ...(keyId === undefined ? {} : { keyId }),
  ...(epoch === undefined ? {} : { epoch }),
});
