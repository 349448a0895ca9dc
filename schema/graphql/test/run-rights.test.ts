import { expect, test } from 'vitest';
import { aRun } from './a-run.ts';
import { type Answer, ada, aShop, bob, codeOf, home, manager, operator } from './shop.ts';

function fateOf(answer: Answer): string {
  const [value] = Object.values((answer.data ?? {}) as Record<string, { __typename?: string } | null>);
  return codeOf(answer) ?? (value === null ? 'nothing' : (value?.__typename ?? 'answered'));
}

const order = {
  customerId: 'ada',
  customerEmail: 'a@b.org',
  items: [{ sku: 'MUG', quantity: 1 }],
  shippingAddress: home,
};
const told = (type: string) => ({ type, input: { id: 'STO-1' } });
const [out, no, unseen] = ['UNAUTHENTICATED', 'FORBIDDEN', 'RunNotFound'];
const command = 'StandingOrderCommandPayload';

// Columns: nobody, ada (whose run it is), bob (another customer), a manager who did not start it, an operator.
test.each<[string, { type?: string; input: object }, ...string[]]>([
  ['greet', { input: { name: 'Ada' } }, out, 'GreetPayload', 'GreetPayload', 'GreetPayload', 'GreetPayload'],
  [
    'startUserContext',
    { input: { userId: 'ada' } },
    out,
    'StartUserContextPayload',
    no,
    'StartUserContextPayload',
    'StartUserContextPayload',
  ],
  [
    'startPayment',
    { input: { orderId: 'ORD-1', customerId: 'ada', amount: '1.00' } },
    out,
    'StartPaymentPayload',
    no,
    'StartPaymentPayload',
    'StartPaymentPayload',
  ],
  [
    'startStandingOrder',
    { input: { every: 'PT1H', order } },
    out,
    'StartStandingOrderPayload',
    no,
    'StartStandingOrderPayload',
    'StartStandingOrderPayload',
  ],
  [
    'refundPayment',
    { input: { id: 'RUN-1', reason: 'Because' } },
    out,
    no,
    no,
    'RefundPaymentPayload',
    'RefundPaymentPayload',
  ],
  ['pauseStandingOrder', told('StandingOrderCommandInput'), out, command, unseen, no, command],
  ['resumeStandingOrder', told('StandingOrderCommandInput'), out, command, unseen, no, command],
  ['skipStandingOrder', told('StandingOrderCommandInput'), out, command, unseen, no, command],
  ['stopStandingOrder', told('StandingOrderCommandInput'), out, command, unseen, no, command],
  [
    'cancelWorkflow',
    { input: { id: 'RUN-1', reason: 'Because' } },
    out,
    'CancelWorkflowPayload',
    unseen,
    no,
    'CancelWorkflowPayload',
  ],
  ['cancelWorkflow', { input: { id: 'ORD-1', reason: 'Because' } }, out, no, no, no, 'CancelWorkflowPayload'],
])('%s requires the right', async (name, { type, input }, ...fates) => {
  const runs = [aRun('PAYMENT'), aRun('STANDING_ORDER')];
  const inputType = type ?? `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${inputType}!) { ${name}(input: $input) { __typename } }`;

  const answers = await Promise.all(
    [null, ada, bob, manager, operator].map((viewer) => aShop({ runs }).as(viewer).asks(query, { input })),
  );

  expect(answers.map(fateOf)).toEqual(fates);
});

test('a standing order is refused by the schema with every invalid field at once', async () => {
  const shop = aShop();
  const input = {
    runId: 'RUN-1',
    every: 'PT59S',
    times: 0,
    order: { ...order, items: [{ sku: 'NONE', quantity: 0 }] },
  };

  const { data } = await shop
    .as(ada)
    .asks(
      'mutation ($input: StartStandingOrderInput!) { startStandingOrder(input: $input) { ... on InvalidInput { fields { path } } } }',
      { input },
    );

  const { fields } = (data as { startStandingOrder: { fields: { path: string[] }[] } }).startStandingOrder;
  expect(fields.map(({ path }) => path.join('.')).sort()).toEqual(
    ['every', 'order.items.0.quantity', 'order.items.0.sku', 'runId', 'times'].sort(),
  );
  expect(shop.reached).toEqual([]);
});
