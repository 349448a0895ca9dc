import { Unauthenticated } from '@waybill/client';
import { expect, test } from 'vitest';
import { connectionWords } from '../src/shell/connection-words.ts';

const clock = () => '14:00:00';
const expired = new Unauthenticated('UNAUTHENTICATED', 'The token has expired');

test.each([
  ['the end of a session', { status: 'closed', why: expired }, 'Your session has ended. Sign in again to go on'],
  ['the end for another reason', { status: 'closed', why: new Error('closed') }, 'Not connected'],
  ['a loss', { status: 'stale', since: 0 }, 'Connection lost'],
  ['a return', { status: 'live' }, 'Connected'],
  ['no beginning', { status: 'connecting' }, ''],
] as const)('a screen reader is told of %s', (_, state, spoken) => {
  expect(connectionWords(state, clock).spoken).toBe(spoken);
});
