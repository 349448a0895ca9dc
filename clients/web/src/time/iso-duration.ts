/** The units in which a duration is given, with the sign of each in ISO 8601. */
export const durationUnits = [
  { unit: 'M', name: 'minutes' },
  { unit: 'H', name: 'hours' },
  { unit: 'D', name: 'days' },
] as const;
export type DurationUnit = (typeof durationUnits)[number]['unit'];

/** Formats 90 minutes as "PT90M" and 7 days as "P7D". */
export const isoDuration = (count: string, unit: string): string =>
  unit === 'D' ? `P${count}D` : `PT${count}${unit || 'M'}`;
