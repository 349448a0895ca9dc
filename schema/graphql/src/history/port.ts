import type { Page } from '../page/port.ts';

/** An event of the engine's own history of a workflow. */
export type HistoryEvent = {
  id: number;
  type: string;
  at: string;
  step: string | null;
  compensation: string | null;
  detail: unknown;
};
export type HistoryQuery = { first: number; after?: string; newestFirst: boolean };

/** Null if the engine no longer has the workflow. Rejects with `badUserInput` for an unknown cursor. */
export type ReadHistory = (id: string, query: HistoryQuery) => Promise<Page<HistoryEvent> | null>;
