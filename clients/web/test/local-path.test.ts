import { expect, test } from 'vitest';
import { localPath } from '../src/session/local-path.ts';

const origin = 'https://shop.example';

test('who signed in goes on where they were', () => {
  expect(localPath('/orders/ORD-1?tab=journal#top', origin)).toBe('/orders/ORD-1?tab=journal#top');
});

test.each([
  undefined,
  '',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
])('nobody is sent to another site: %j', (wanted) => {
  expect(localPath(wanted, origin)).toBe('/');
});
