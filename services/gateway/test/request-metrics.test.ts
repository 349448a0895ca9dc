import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { timed } from '../src/assembly/request-timing.ts';

test.each([
  ['/graphql', '/graphql'],
  ['/api/v1/orders/ORD-1', '/api/v1'],
  ['/api/v1', '/api/v1'],
  ['/api/v10', 'other'],
  ['/orders/ORD-1', 'other'],
  ['/health', undefined],
])('a request to %s is counted under a route that names no order', (path, expected) => {
  const counted: string[] = [];
  const res = Object.assign(new EventEmitter(), { headersSent: true, statusCode: 200, getHeader: () => undefined });

  timed(
    () => undefined,
    ({ route }) => counted.push(route),
  )({ method: 'GET', url: path, headers: {} } as IncomingMessage, res as unknown as ServerResponse);
  res.emit('close');

  expect(counted).toEqual(expected === undefined ? [] : [expected]);
});
