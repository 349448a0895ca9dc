import { limits } from '../domain/limits.ts';

const shape =
  /^P(?=.)(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=.)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,3})?)S)?)?$/;
const unitsMs = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000];

/**
 * The milliseconds of an ISO 8601 duration; undefined if it is not one. Years and months are refused: they have no
 * fixed length.
 */
export function millisecondsOf(duration: string): number | undefined {
  if (duration.length > limits.duration) return undefined;
  const parts = shape.exec(duration)?.slice(1);
  return parts && Math.round(parts.reduce((sum, part, at) => sum + Number(part ?? 0) * (unitsMs[at] ?? 0), 0));
}
