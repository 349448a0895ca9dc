import { expect, test } from 'vitest';
import { openLog, serviceApp } from '../src/index.ts';

const app = serviceApp({ log: openLog('test', 'silent') });
app.post('/sweep', (c) => c.json({ swept: true }));
app.get('/order', (c) => c.json({ found: true }));

test.each([
  ['POST', '/sweep', 'http://evil.example', 403],
  ['POST', '/sweep', 'null', 403],
  ['POST', '/sweep', 'http://127.0.0.1:4002', 403],
  ['POST', '/sweep', 'http://127.0.0.1:4001', 200],
  ['POST', '/sweep', undefined, 200],
  ['GET', '/order', 'http://evil.example', 200],
])('%s %s by a page of %s is answered %s', async (method, path, origin, status) => {
  const headers = origin === undefined ? {} : { origin };

  const response = await app.request(`http://127.0.0.1:4001${path}`, { method, headers });

  expect(response.status).toBe(status);
});
