import type { CallOptions } from '@waybill/http-client';

export type ChangesQuery = {
  /** A cursor of the feed or of a page; without one the answer comes at once and says where the feed stands. */
  after?: string;
  /** How long to wait for a change, in milliseconds, at most 60,000. */
  waitMs?: number;
} & CallOptions;

/** `?after=3&first=20`, without what is undefined; empty when all is. */
export function queryOf(query: Record<string, string | number | undefined>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, String(value));
  return given.size === 0 ? '' : `?${given}`;
}
