import { builder } from '../builder/builder.ts';
import { badUserInput } from '../builder/request-errors.ts';

const shape = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/i;

/**
 * Years 1 and 9999 are used as "no limit". An offset may lead outside this range, which not every database supports.
 */
const [earliest, latest] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')];

const withinYears = (moment: Date): Date => new Date(Math.min(Math.max(moment.getTime(), earliest), latest));

builder.scalarType('DateTime', {
  description:
    'RFC 3339 date and time. Output is in UTC. Input may have any offset; values outside the years 1 to 9999 in UTC are clamped.',
  serialize: (value) => value,
  parseValue: (value) => {
    const moment = typeof value === 'string' && shape.test(value) ? new Date(value) : undefined;
    if (!moment || !isOnTheCalendar(moment, value)) throw badUserInput('DateTime must be an RFC 3339 date and time');
    return withinYears(moment).toISOString();
  },
});

/** `Date` reads 30 February as 1 March. */
function isOnTheCalendar(moment: Date, written: unknown): boolean {
  if (Number.isNaN(moment.getTime())) return false;
  const day = String(written).slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
