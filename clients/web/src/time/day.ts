const dayMs = 24 * 3_600_000;

/** How far the clocks of a zone are ahead of UTC at a moment. */
function offsetIn(zone: string, ms: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(ms);
  const [, sign, hours, minutes = '0', seconds = '0'] =
    /GMT([+-])(\d+)(?::(\d+))?(?::(\d+))?/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  const ahead = (Number(hours ?? 0) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -ahead : ahead;
}

/**
 * The moment at which "2026-11-27", or a day some days later, begins in a zone; undefined for what is no day.
 * Where clocks are put forward at midnight, the day begins with the first moment that there is.
 */
export function startOfDay(date: string, zone: string, daysLater = 0): string | undefined {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) + daysLater * dayMs : Number.NaN;
  if (Number.isNaN(midnight)) return undefined;
  const offsets = [offsetIn(zone, midnight - dayMs), offsetIn(zone, midnight + dayMs)];
  const starts = offsets.map((offset) => midnight - offset).filter((ms) => ms + offsetIn(zone, ms) >= midnight);
  return new Date(Math.min(...starts)).toISOString();
}
