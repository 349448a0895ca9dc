import { expect, test } from 'vitest';
import { serviceApp } from '../src/http/service-app.ts';
import { openLog } from '../src/log/log.ts';

test.each([
  ['/orders/ORD-1/journal', '/orders/ORD-1/journal'],
  ['/orders/ada@example.com/journal', '/orders/:orderId/journal'],
  ['/orders/1%20Main%20Street/journal', '/orders/:orderId/journal'],
  ['/ada@example.com', 'none'],
])('a request for %s is logged as one for %s', async (path, logged) => {
  const lines: { path: string }[] = [];
  const log = openLog('test', 'info', { write: (line) => void lines.push(JSON.parse(line)) });
  const app = serviceApp({ log });
  app.get('/orders/:orderId/journal', (c) => c.text('it is there'));

  await app.request(path);

  expect(lines.map((line) => line.path)).toEqual([logged]);
});
