import { MockActivityEnvironment } from '@temporalio/testing';
import { Refused } from '@waybill/http-client';
import { expect, test } from 'vitest';
import { untilAccepted } from '../src/activities/last-write.ts';

const lastWrite = {
  firm: true,
  state: { closedAt: '2026-01-02T03:04:05.000Z' },
  entries: [{ seq: 2 }],
  orderId: 'ORD-1',
};

/** What a refused write fails with. */
function failureOf(write: Parameters<typeof untilAccepted>[0], { attempt = 1, code = 'INVALID_REQUEST' }) {
  const refused = () => Promise.reject(new Refused(code, 'Nobody knows this word'));
  return new MockActivityEnvironment({ attempt })
    .run(() => untilAccepted(write, refused))
    .catch((failure: unknown) => failure);
}

test.each([
  { attempt: 1, delayMs: 1_000 },
  { attempt: 2, delayMs: 2_000 },
  { attempt: 9, delayMs: 256_000 },
  { attempt: 10, delayMs: 300_000 },
  { attempt: 5_000, delayMs: 300_000 },
])('the last write that is refused at attempt $attempt is repeated after $delayMs ms', async ({ attempt, delayMs }) => {
  expect(await failureOf(lastWrite, { attempt })).toMatchObject({ nonRetryable: false, nextRetryDelay: delayMs });
});

test.each([
  { what: 'of an order that was taken over', write: lastWrite, code: 'TAKEN_OVER' },
  { what: 'of an order that the book has never accepted', write: { ...lastWrite, entries: [{ seq: 1 }] } },
  { what: 'of an open order', write: { ...lastWrite, state: { closedAt: null } } },
  { what: 'in passing', write: { ...lastWrite, firm: false } },
])('a refused write $what is not repeated', async ({ write, code }) => {
  expect(await failureOf(write, code ? { code } : {})).toBeInstanceOf(Refused);
});
