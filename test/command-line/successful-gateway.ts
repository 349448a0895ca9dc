import { type Answers, aGateway } from '../../clients/typed/test/support/gateway.ts';
import { anEntry, anOrder } from '../../clients/typed/test/support/order.ts';
import { aPage, aRun } from '../../clients/typed/test/support/run.ts';

const at = '2026-01-01T00:00:00.000Z';
const shipped = anOrder({
  timeline: () => aPage([anEntry(1)]),
  status: 'SHIPPED',
  closedAt: at,
  links: { temporalUi: 'http://127.0.0.1:8233/ORD-1' },
});
const mug = { sku: 'MUG-001', name: 'Mug', available: 50, asOf: at, price: { amount: '1.00', currencyCode: 'USD' } };
const calm = { enabled: true, profile: 'CALM', seed: 'monday', pins: [], operations: [] };
const call = {
  cursor: '3',
  at,
  orderId: 'ORD-1',
  operation: 'payment.capture',
  attempt: 1,
  outcome: 'success',
  pinned: false,
};
const noRun = { __typename: 'RunNotFound', code: 'RUN_NOT_FOUND', message: 'No' };
const noSuchRun = (name: string) => ({ [name]: () => noRun });
const greeting = aRun({
  timeline: () => aPage([anEntry(1)]),
  history: () => aPage([{ id: 7, type: 'TimerStarted', at }]),
  links: { temporalUi: 'http://127.0.0.1:8233/RUN-1' },
});

type Input = Record<'orderId' | 'paymentReference' | 'requiresApproval' | 'autoApproveAfter', string | undefined>;

const placedAs = ({ orderId, paymentReference, requiresApproval, autoApproveAfter }: Input) =>
  anOrder({ id: orderId, paymentReference, requiresApproval, autoApprovesAt: autoApproveAfter });

const answersOfRuns: Answers = {
  workflowRunChanged: async function* () {
    yield { workflowRunChanged: greeting };
  },
  workflowRun: () => greeting,
  workflowRuns: () => ({ ...aPage([aRun()]), changesCursor: '0' }),
  greet: () => ({ __typename: 'GreetPayload', run: aRun() }),
  startPayment: () => ({ __typename: 'InvalidInput', code: 'INVALID_INPUT', message: 'No', fields: [] }),
  startStandingOrder: () => ({ __typename: 'InvalidInput', code: 'INVALID_INPUT', message: 'No', fields: [] }),
  cancelWorkflow: ({ input }) =>
    (input as { id: string }).id === 'ORD-1' ? { __typename: 'CancelWorkflowPayload', workflow: shipped } : noRun,
  ...noSuchRun('refundPayment'),
  ...noSuchRun('pauseStandingOrder'),
  ...noSuchRun('resumeStandingOrder'),
  ...noSuchRun('skipStandingOrder'),
  ...noSuchRun('stopStandingOrder'),
};

/** A gateway that does what it is asked for orders and faults, has one run, and knows no payment and no standing order. */
export const aSuccessfulGateway = () =>
  aGateway({
    order: () => shipped,
    orderEvents: async function* () {
      yield { orderEvents: anEntry(1) };
      yield { orderEvents: { ...anEntry(2), type: 'ORDER_CLOSED' } };
    },
    orderChanged: async function* () {
      yield { orderChanged: shipped };
    },
    placeOrder: ({ input }) => ({ __typename: 'PlaceOrderPayload', order: placedAs(input as Input), placed: true }),
    updateShippingAddress: () => ({ __typename: 'UpdateShippingAddressPayload', order: anOrder() }),
    addOrderItem: () => ({ __typename: 'AddOrderItemPayload', order: anOrder() }),
    retryOrderNow: () => ({ __typename: 'RetryOrderNowPayload', order: anOrder() }),
    giveUpOrderStep: () => ({ __typename: 'GiveUpOrderStepPayload', order: anOrder() }),
    settleCompensation: () => ({ __typename: 'SettleCompensationPayload', order: anOrder() }),
    chaos: () => calm,
    setChaos: () => ({ __typename: 'SetChaosPayload', chaos: calm }),
    pinChaos: () => ({ __typename: 'PinChaosPayload', chaos: calm }),
    resetChaos: () => ({ __typename: 'ResetChaosPayload', chaos: calm }),
    chaosLog: () => aPage([call]),
    catalogue: () => [mug],
    restock: () => ({ __typename: 'RestockPayload', product: mug }),
    journal: () => aPage([{ orderId: 'ORD-1', event: anEntry(1) }]),
    services: () => [{ name: 'engine', ok: false, since: at }],
    viewer: () => ({ id: 'ada', role: 'CUSTOMER', actions: [] }),
    ...answersOfRuns,
  });
