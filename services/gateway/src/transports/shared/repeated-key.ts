import type { IncomingMessage } from 'node:http';
import { HttpProblem } from '@waybill/platform';

const message = 'is given more than once';

/** Refuses two keys, which Node joins to one that neither the client nor its retry has chosen. */
export function repeatedKeyProblem(req: IncomingMessage): HttpProblem | undefined {
  if (!req.headers['idempotency-key']?.includes(',')) return undefined;
  if (req.headersDistinct['idempotency-key']?.length === 1) return undefined;
  const fields = [{ path: ['Idempotency-Key'], message }];
  return new HttpProblem(400, 'INVALID_INPUT', `The header Idempotency-Key ${message}`, fields);
}
