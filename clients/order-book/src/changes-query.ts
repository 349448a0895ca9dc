import type { CallOptions } from '@waybill/http-client';

export type ChangesQuery = {
  /** A cursor of the feed or of a page; without one the position of the feed is returned at once. */
  after?: string;
  /** How long to wait for a change, in milliseconds, at most 60,000. */
  waitMs?: number;
} & CallOptions;
