import { builder } from '../builder.ts';
import { badUserInput } from '../refused.ts';

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/i;

builder.scalarType('DateTime', {
  description: 'A moment, RFC 3339. Out: in UTC. In: with any offset.',
  serialize: (value) => value,
  parseValue: (value) => {
    const moment = typeof value === 'string' && shape.test(value) ? new Date(value) : undefined;
    if (!moment || !isOnTheCalendar(moment, value)) throw badUserInput('DateTime must be a moment as in RFC 3339');
    return moment.toISOString();
  },
});

/** `Date` takes 30 February for 1 March. */
function isOnTheCalendar(moment: Date, written: unknown): boolean {
  if (Number.isNaN(moment.getTime())) return false;
  const day = String(written).slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
