import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetfulMemory } from '../testing/forgetful-memory.ts';
import { anOrder, mugs, usd } from './an-order.ts';
import { minute, openTestProviders, type TestProviders } from './test-providers.ts';

let testProviders: TestProviders;
beforeAll(async () => {
  testProviders = await openTestProviders({ memory: forgetfulMemory });
}, minute);
afterAll(() => testProviders.stop());

const brokenRules = async (orderId: string) => {
  const { balanced, violations } = await testProviders.audit.whole();
  return { balanced, rules: violations.filter(({ subject }) => subject === orderId).map(({ rule }) => rule) };
};

test('faulty providers charge a repeated capture again, and the audit reports it', async () => {
  const { payment } = testProviders;
  const orderId = anOrder();
  const { authorizationId } = await payment.authorize({ orderId, customerId: 'c-1', amount: usd(500) });
  const capture = () =>
    payment.capture({ orderId, authorizationId, amount: usd(500) }, { idempotencyKey: `${orderId}:C` });

  await capture();
  await capture();

  expect(await brokenRules(orderId)).toMatchObject({
    balanced: false,
    rules: expect.arrayContaining([
      'An order is charged once',
      'What a payment says is the sum of what happened to it',
    ]),
  });
  const { violationCount, violations } = await testProviders.audit.whole();
  expect(violationCount).toBe(violations.length);
  expect(violations).toContainEqual({
    code: 'CHARGED_TWICE',
    rule: 'An order is charged once',
    subject: orderId,
    subjectKind: 'ORDER',
  });
  const { orders } = await testProviders.audit.orders();
  expect(orders.find((order) => order.orderId === orderId)).toMatchObject({ capturedMinor: 1000 });
});

test('faulty providers take the stock of a repeated reservation again, and the audit reports it', async () => {
  const orderId = anOrder();
  const reserve = () =>
    testProviders.inventory.reserve({ orderId, lines: mugs(2) }, { idempotencyKey: `${orderId}:R` });

  await reserve();
  await reserve();

  const { rules } = await brokenRules(orderId);
  expect(rules).toEqual(['What was taken for an order is what its reservation says']);
});
