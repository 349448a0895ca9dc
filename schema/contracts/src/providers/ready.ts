import { z } from 'zod';

/** `GET /ready`: 503 where the service cannot serve. */
export const Ready = z.object({ status: z.string() });
