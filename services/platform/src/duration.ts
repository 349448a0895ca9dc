import { z } from 'zod';

const shape = /^P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** The milliseconds of an ISO 8601 duration of days, hours, minutes and seconds; undefined where it is none. */
export function millisecondsOf(duration: string): number | undefined {
  const parts = shape.exec(duration);
  if (!parts) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
}

/** A setting such as `PT20S`, read as milliseconds. */
export const durationMs = z.string().transform((text, ctx) => {
  const milliseconds = millisecondsOf(text);
  if (milliseconds !== undefined) return milliseconds;
  ctx.addIssue({ code: 'custom', message: 'is not an ISO 8601 duration such as PT20S' });
  return z.NEVER;
});
