import pino from 'pino';
import { expect, test } from 'vitest';
import { HttpProblem, serviceApp } from '../src/index.ts';

test('a service logs one line per request, with its correlation id and status, and none for probes', async () => {
  const lines: unknown[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const app = serviceApp({ log });
  app.get('/orders/ORD-1', (c) => c.text('here'));
  app.get('/orders/ORD-2', () => {
    throw new HttpProblem(404, 'ORDER_NOT_FOUND', 'There is none');
  });
  app.get('/health', (c) => c.text('well'));

  for (const path of ['/orders/ORD-1', '/orders/ORD-2', '/health'])
    await app.request(path, { headers: { 'x-correlation-id': 'cor-1' } });

  const line = { level: 30, correlationId: 'cor-1', method: 'GET' };
  expect(lines).toMatchObject([
    { ...line, path: '/orders/ORD-1', status: 200 },
    { ...line, path: '/orders/ORD-2', status: 404 },
  ]);
});
