import { expect, test } from 'vitest';
import { localPath } from '../src/session/local-path.ts';

const origin = 'https://shop.example';

test.each([
  ['/orders/ORD-1?tab=journal#top', '/orders/ORD-1?tab=journal#top'],
  [undefined, '/'],
  ['', '/'],
  ['orders', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/\t/evil.example/', '/'],
  ['/\n/evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['https://shop.example@evil.example/', '/'],
  ['/..//evil.example', '/'],
])('after signing in, %j leads to %j', (wanted, path) => {
  const led = localPath(wanted, origin);

  expect(led).toBe(path);
  expect(new URL(led, origin).origin).toBe(origin);
});
