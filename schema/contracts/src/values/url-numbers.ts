import { z } from 'zod';

// A number in a URL is written in digits: `Number` would also accept "", " " and "0x10".

/** A whole number in a URL. */
export const wholeNumber = (minimum: number, maximum = Number.MAX_SAFE_INTEGER) =>
  z
    .string()
    .regex(/^\d{1,16}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(minimum).max(maximum))
    .meta({ type: 'integer', minimum, maximum });

/** A number in a URL, in the notation of JSON. */
export const urlNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^-?\d{1,20}(\.\d{1,20})?(e-\d{1,3})?$/, 'must be a number')
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum))
    .meta({ type: 'number', minimum, maximum });
