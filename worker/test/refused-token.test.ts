import { MockActivityEnvironment } from '@temporalio/testing';
import { Unauthorized } from '@waybill/http-client';
import { expect, test } from 'vitest';
import { createProviderActivity } from '../src/activities/attempt.ts';

const order = { orderId: 'ORD-1', correlationId: 'cor-1' };
const refused = new Unauthorized('POST /payments/authorize answered 401: WAYBILL_SERVICE_TOKEN is refused');

/** A step whose provider refuses the token so often. Resolves with its end, its calls and its warnings. */
async function step({ refusals, timeoutMs }: { refusals: number; timeoutMs: number }) {
  const warnings: object[] = [];
  const warn = (message: string, fields: object = {}) =>
    void ('orderId' in fields && warnings.push({ message, ...fields }));
  const ignore = () => undefined;
  const logger = { warn, log: ignore, trace: ignore, debug: ignore, info: ignore, error: ignore };
  let calls = 0;
  const authorize = createProviderActivity<typeof order, { authorizationId: string }>(async () => {
    calls += 1;
    if (calls <= refusals) throw refused;
    return { authorizationId: 'auth-1' };
  });
  const environment = new MockActivityEnvironment({ attempt: 1, startToCloseTimeoutMs: timeoutMs }, { logger });
  const end = await environment.run(authorize, order).catch((error: unknown) => error);
  return { end, calls, warnings };
}

test('a step whose provider has yet to learn the token waits for it within its attempt, and says so once', async () => {
  const { end, calls, warnings } = await step({ refusals: 2, timeoutMs: 60_000 });

  expect(end).toEqual({ authorizationId: 'auth-1', attempt: 1 });
  expect(calls).toBe(3);
  expect(warnings).toMatchObject([
    {
      message: 'the service token is refused',
      ...order,
      attempt: 1,
      error: expect.stringContaining('WAYBILL_SERVICE_TOKEN is refused'),
    },
  ]);
});

test('a token that is refused for a whole attempt is a fault, which the engine retries', async () => {
  const { end, warnings } = await step({ refusals: Number.POSITIVE_INFINITY, timeoutMs: 1_000 });

  expect(end).toMatchObject({ type: 'UNAVAILABLE', nonRetryable: false });
  expect(warnings).toMatchObject([{ message: 'the service token is refused' }, { message: 'an attempt failed' }]);
});
