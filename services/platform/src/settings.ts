import type { z } from 'zod';

/** A setting that cannot be used. The message names each variable and says why. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
}

/** Reads settings from environment variables; empty ones count as absent. */
export function readSettings<T>(shape: z.ZodType<T>, env: NodeJS.ProcessEnv): T {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = shape.safeParse(given);
  if (read.success) return read.data;
  throw new BadSettings(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}
