import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetfulMemory } from '../testing/forgetful-memory.ts';
import { anOrder, mugs, usd } from './an-order.ts';
import { aWorldOfProviders, minute, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorldOfProviders({ memory: forgetfulMemory });
}, minute);
afterAll(() => world.stop());

const brokenRules = async (orderId: string) => {
  const { balanced, violations } = await world.audit.whole();
  return { balanced, rules: violations.filter(({ subject }) => subject === orderId).map(({ rule }) => rule) };
};

test('providers that forget charge a repeated capture again, and the audit tells', async () => {
  const { payment } = world;
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
  const { violationCount, violations } = await world.audit.whole();
  expect(violationCount).toBe(violations.length);
  expect(violations).toContainEqual({
    ...{ code: 'CHARGED_TWICE', rule: 'An order is charged once', subject: orderId, subjectKind: 'ORDER' },
  });
  const { orders } = await world.audit.orders();
  expect(orders.find((order) => order.orderId === orderId)).toMatchObject({ capturedMinor: 1000 });
});

test('providers that forget take the stock of a repeated reservation again, and the audit tells', async () => {
  const orderId = anOrder();
  const reserve = () => world.inventory.reserve({ orderId, lines: mugs(2) }, { idempotencyKey: `${orderId}:R` });

  await reserve();
  await reserve();

  const { rules } = await brokenRules(orderId);
  expect(rules).toEqual(['What was taken for an order is what its reservation says']);
});
