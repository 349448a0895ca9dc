import type { JournalEntry, RunEntry } from '@waybill/contracts/domain';

/** An entry of the journal of an order or a run. */
export type Entry = JournalEntry | RunEntry;
