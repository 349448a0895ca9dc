import type { CallOptions } from '@waybill/http-client';

export type ChangesQuery = {
  /** A cursor of the feed or of a page; without one the answer comes at once and says where the feed stands. */
  after?: string;
  /** How long to wait for a change, in milliseconds, at most 60,000. */
  waitMs?: number;
} & CallOptions;
