import { HttpProblem } from '@waybill/platform';
import type { z } from 'zod';

const patienceMs = 5_000;

/** The response of another service, validated; 503 if it fails. */
export async function fetchJson<T>(url: string, shape: z.ZodType<T>): Promise<T> {
  try {
    const reply = await fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(patienceMs),
    });
    return shape.parse(await reply.json());
  } catch {
    throw new HttpProblem(503, 'SOURCE_UNAVAILABLE', 'The upstream service failed or returned an unexpected response');
  }
}
