const dayMs = 24 * 3_600_000;

/** The offset of a time zone from UTC at a moment. */
function offsetIn(zone: string, ms: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(ms);
  const [, sign, hours, minutes = '0', seconds = '0'] =
    /GMT([+-])(\d+)(?::(\d+))?(?::(\d+))?/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  const ahead = (Number(hours ?? 0) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -ahead : ahead;
}

/**
 * The moment at which "2026-11-27", or a day some days later, begins in a time zone; undefined if it is not a day. If
 * clocks go forward at midnight, the day begins with the first moment that exists.
 */
export function startOfDay(date: string, zone: string, daysLater = 0): string | undefined {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) + daysLater * dayMs : Number.NaN;
  if (Number.isNaN(midnight)) return undefined;
  const offsets = [offsetIn(zone, midnight - dayMs), offsetIn(zone, midnight + dayMs)];
  const starts = offsets.map((offset) => midnight - offset).filter((ms) => ms + offsetIn(zone, ms) >= midnight);
  return new Date(Math.min(...starts)).toISOString();
}
