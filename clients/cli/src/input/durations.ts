import { usage } from '../problems/problems.ts';

const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Converts `90s`, `5m` or `PT5M` to milliseconds. */
export function milliseconds(text: string, of: string): number {
  const short = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text);
  if (short) return Number(short[1]) * units[short[2] as keyof typeof units];
  const [matched, days = 0, hours = 0, minutes = 0, seconds = 0] = iso.exec(text) ?? [];
  if (!matched || matched.length < 3 || matched.endsWith('T'))
    throw usage(`${of}: "${text}" is not a duration, such as 90s, 5m or PT5M`);
  return Number(days) * units.d + Number(hours) * units.h + Number(minutes) * units.m + Number(seconds) * units.s;
}

/** The longest time of a timer. */
const longestTimerMs = 2 ** 31 - 1;

/** The same for how long to wait. */
export function timeLimit(text: string, of: string): number {
  const ms = milliseconds(text, of);
  if (ms > longestTimerMs) throw usage(`${of}: "${text}" is longer than 24 days, the longest time to wait`);
  return ms;
}

/** Converts a duration to ISO 8601, which the API expects. */
export const duration = (text: string, of: string): string =>
  text.startsWith('P') ? text : `PT${milliseconds(text, of) / 1_000}S`;

/** Parses a time in RFC 3339, or a duration before now. */
export function moment(text: string, of: string, now = Date.now()): string {
  const isAgo = /^\d+(\.\d+)?(ms|s|m|h|d)$|^P/.test(text);
  const time = new Date(isAgo ? now - milliseconds(text, of) : /^\d{4}-\d\d-\d\d/.test(text) ? text : Number.NaN);
  if (Number.isNaN(time.getTime()))
    throw usage(`${of}: "${text}" is not a time, such as 2026-01-31T12:00:00Z, or 2h for two hours ago`);
  return time.toISOString();
}
