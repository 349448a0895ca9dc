const formats = new Map<string, Intl.DateTimeFormat>();

type Style = 'clock' | 'day' | 'exact' | 'date';

const styles: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  clock: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  exact: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    timeZoneName: 'short',
  },
  date: { year: 'numeric', month: '2-digit', day: '2-digit' },
};

function formatOf(style: Style, zone: string): Intl.DateTimeFormat {
  const key = `${style} ${zone}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', { ...styles[style], hourCycle: 'h23', timeZone: zone });
  formats.set(key, format);
  return format;
}

const dayIn = (zone: string, ms: number) => formatOf('date', zone).format(ms);

/** Formats "14:02" today, "3 Nov, 14:02" on another day. */
export function shortTime(iso: string, zone: string, now: number): string {
  const at = Date.parse(iso);
  return formatOf(dayIn(zone, at) === dayIn(zone, now) ? 'clock' : 'day', zone).format(at);
}

/** Formats a time to the millisecond, with its zone. */
export const exactTime = (iso: string, zone: string): string => formatOf('exact', zone).format(Date.parse(iso));

/** Formats the remaining time: "3 d 4 h", "2 h 05 min", "1:59", at least "0:00". */
export function timeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${two(minutes % 60)} min`;
  return `${minutes}:${two(seconds % 60)}`;
}

/** Formats a duration in its one or two largest units: "350 ms", "4.2 s", "3 min", "2 h 5 min". */
export function duration(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 60_000) return `${Number((ms / 1_000).toFixed(ms < 10_000 ? 1 : 0))} s`;
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
