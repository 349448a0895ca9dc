import { orderAsPlaced } from '@waybill/contracts/domain';
import { anOrder } from '@waybill/orders-client/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aGatewayWithDoubles, type Fixture } from './support/gateway-with-doubles.ts';
import { aPayment } from './support/sample-runs.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await aGatewayWithDoubles();
  fixture.ofRuns.running.set('RUN-pay', aPayment('RUN-pay'));
  fixture.running.set('ORD-1', orderAsPlaced({ ...anOrder(), orderId: 'ORD-1', fingerprint: '' }));
});
afterEach(() => fixture.close());

const refund = (commandId = '') =>
  `mutation { refundPayment(input: { id: "RUN-pay", amount: "5.00", reason: "Broken" ${commandId} }) { __typename
    ... on InvalidInput { fields { path message } } } }`;
const approve = (commandId = '') =>
  `mutation { approveOrder(input: { orderId: "ORD-1" ${commandId} }) { __typename
    ... on InvalidInput { fields { path message } } } }`;

test('a refund that is repeated with the same header Idempotency-Key is one refund', async () => {
  for (let times = 0; times < 2; times++) await fixture.gateway.ask(refund(), { 'idempotency-key': 'refund-1' });

  expect(fixture.ofRuns.running.get('RUN-pay')?.verdicts).toHaveLength(1);
});

test('a command has the same id in the header and in its input', async () => {
  await fixture.gateway.ask(approve(), { 'idempotency-key': 'approve-1' });
  await fixture.gateway.ask(approve('commandId: "approve-1"'));

  const [inHeader, inInput] = fixture.heard.map(({ commandId }) => commandId);
  expect(inHeader).toBe(inInput);
});

const wrong = [
  { what: 'is empty', key: '' },
  { what: 'has a space', key: 'a b' },
  { what: 'is longer than 64 characters', key: 'k'.repeat(65) },
  { what: 'is contradicted by the input', key: 'one', commandId: 'commandId: "other"' },
];

const commands = [
  { command: 'approveOrder', document: approve },
  { command: 'refundPayment', document: refund },
];

test.each(commands.flatMap((command) => wrong.map((header) => ({ ...command, ...header }))))(
  '$command with a header Idempotency-Key that $what is refused',
  async ({ command, document, key, commandId }) => {
    const { data } = await fixture.gateway.ask(document(commandId), { 'idempotency-key': key });

    expect(data).toEqual({
      [command]: {
        __typename: 'InvalidInput',
        fields: [{ path: ['commandId'], message: expect.stringContaining('the header Idempotency-Key') }],
      },
    });
    expect(fixture.calls).not.toContain('engine.command');
  },
);
