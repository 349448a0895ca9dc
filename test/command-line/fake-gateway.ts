import { GraphQLError } from 'graphql';
import { type Answers, aGateway } from '../../clients/typed/test/support/gateway.ts';
import { anOrder } from '../../clients/typed/test/support/order.ts';
import { aPage, aRun } from '../../clients/typed/test/support/run.ts';

const shipped = anOrder({
  paymentReference: 'PAY-7',
  history: (args: object) => history(args),
  status: 'SHIPPED',
  revision: 9,
  closedAt: '2026-01-01T00:00:09.000Z',
});
const failed = anOrder({
  ...shipped,
  history: null,
  status: 'FAILED',
  failure: { code: 'PAYMENT_DECLINED', message: 'No funds' },
});
const refusal = (__typename: string, code: string, more = {}) => ({ __typename, code, message: 'No', ...more });
export const field = { path: ['items'], message: 'must not be empty' };

const money = { captured: [], refunded: [], openHolds: [] };
const audit = {
  asOf: '2026-01-01T00:00:00.000Z',
  balanced: false,
  problemCount: 1,
  problems: [],
  settled: [],
  ...money,
  stock: [],
};
const verdicts: Record<string, object> = {
  'ORD-1': { __typename: 'ApproveOrderPayload', order: anOrder({ status: 'APPROVED' }) },
  'ORD-LATE': refusal('OrderNotAwaitingApproval', 'ORDER_NOT_AWAITING_APPROVAL', {
    status: 'REJECTED',
    decidedBy: 'bob',
  }),
  'ORD-NONE': refusal('OrderNotFound', 'ORDER_NOT_FOUND'),
  'ORD-NEW': refusal('OrderNotAwaitingApproval', 'ORDER_NOT_AWAITING_APPROVAL', { status: 'PROCESSING' }),
  'ORD-SLOW': refusal('VerdictPending', 'VERDICT_PENDING', { commandId: 'c' }),
};

/** What an order is depends on its id. */
const orders: Record<string, object | null> = {
  'ORD-1': shipped,
  'ORD-F': failed,
  'ORD-NONE': null,
  'ORD-SLOW': anOrder({ status: 'PROCESSING' }),
};
const runs: Record<string, object> = {
  'RUN-1': aRun({ status: 'COMPLETED', closedAt: '2026-01-01T00:00:09.000Z', greeting: 'Hello, Ada!' }),
  'RUN-SLOW': aRun({ id: 'RUN-SLOW' }),
};
const userContext = aRun({
  __typename: 'UserContextRun',
  kind: 'USER_CONTEXT',
  userId: 'ada',
  strategy: 'PARALLEL',
  context: { userId: 'ada', problems: [] },
});
/** One operation has a name that is as long as any. */
const calm = {
  enabled: true,
  profile: 'CALM',
  seed: 'monday',
  pins: [],
  operations: ['payment.capture', 'customer.recommendations'].map((operation) => ({
    operation,
    outcomes: ['success'],
    shares: [{ outcome: 'success', percent: 100 }],
  })),
};
const engineEvent = (id: number) => ({ id, type: 'TimerStarted', at: '2026-01-01T00:00:00.000Z' });
/** In two pages. */
const history = ({ after }: { after?: string }) => (after ? aPage([engineEvent(2)]) : aPage([engineEvent(1)], '1'));
const toApprove = { name: 'AWAIT_APPROVAL', status: 'PENDING', attempt: 0 };
/** An order that was placed a moment ago; it asks for its approval once it is watched. */
const justPlaced = anOrder({ requiresApproval: true, steps: [toApprove] });
async function* untilItAsks() {
  yield { orderChanged: justPlaced };
  verdicts['ORD-NEW'] = verdicts['ORD-1'] ?? {};
  yield { orderChanged: { ...justPlaced, status: 'AWAITING_APPROVAL', revision: 2 } };
}
const orderOf = ({ id }: Record<string, unknown>) => (id === 'ORD-NEW' ? justPlaced : orders[String(id)]);
const endedFor = (code: string, { input }: Record<string, unknown>) =>
  anOrder({ failure: { code, message: (input as { reason: string }).reason } });

const answersOfRuns: Answers = {
  workflowRunChanged: async function* ({ id }) {
    yield { workflowRunChanged: runs[String(id)] };
    if (id === 'RUN-SLOW') await new Promise(() => undefined);
  },
  workflowRuns: () => ({ ...aPage([runs['RUN-1'] ?? {}]), changesCursor: '0' }),
  startUserContext: () => ({ __typename: 'StartUserContextPayload', run: userContext }),
};

/** A gateway that answers by the ids that it is asked for. */
export const aFakeGateway = () =>
  aGateway({
    order: orderOf,
    orderChanged: async function* (args) {
      if (args.id === 'ORD-NEW') yield* untilItAsks();
      yield { orderChanged: orderOf(args) };
      if (args.id === 'ORD-SLOW') await new Promise(() => undefined);
    },
    ordersChanged: async function* ({ filter }) {
      const { customerId } = filter as { customerId?: string };
      if (customerId) yield { ordersChanged: { kind: 'MATCHES', cursor: '7', order: shipped } };
      await new Promise(() => undefined);
    },
    ...answersOfRuns,
    resetChaos: () => ({ __typename: 'ResetChaosPayload', chaos: calm }),
    approveOrder: ({ input }) => verdicts[(input as { orderId: string }).orderId],
    rejectOrder: (args) => ({ __typename: 'RejectOrderPayload', order: endedFor('MANAGER_REJECTED', args) }),
    updateShippingAddress: ({ input }) => ({
      __typename: 'UpdateShippingAddressPayload',
      order: anOrder({ shippingAddress: { ...shipped.shippingAddress, ...(input as { address: object }).address } }),
    }),
    cancelOrder: (args) => ({ __typename: 'CancelOrderPayload', order: endedFor('CANCELLED', args) }),
    orders: () => ({
      nodes: [shipped],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor: 'more' },
      changesCursor: '0',
    }),
    audit: () => audit,
    chaos: () => {
      throw new GraphQLError('Operators alone', { extensions: { code: 'FORBIDDEN' } });
    },
    catalogue: () => {
      throw new GraphQLError('Internal error', { extensions: { code: 'INTERNAL', correlationId: 'c-1' } });
    },
    viewer: () => ({ id: 'ada', role: 'CUSTOMER', actions: [] }),
    placeOrder: ({ input }) =>
      (input as { customerId: string }).customerId === 'nobody'
        ? refusal('InvalidInput', 'INVALID_INPUT', { fields: [field] })
        : { __typename: 'PlaceOrderPayload', order: anOrder(), placed: true },
  });
