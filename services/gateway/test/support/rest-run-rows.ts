import * as api from '@waybill/client';
import * as documents from '../../src/transports/rest/routes/documents.ts';
import type { Row } from './rest-rows.ts';

const address = { street: '1 Main St', city: 'Springfield', state: 'IL', zip: '62701', country: 'US' };
const order = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  items: [{ sku: 'BOOK-001', quantity: 1 }],
  shippingAddress: address,
};

const command = (id: string, verb: string, document: string, content: object = {}): Row =>
  [
    ...[`POST /workflows/${id}/${verb}`, { ...content, commandId: verb }, document],
    { input: { ...content, id, commandId: verb } },
  ] as unknown as Row;

/** The same thing asked for in both ways, of a payment that is open, of one that is closed, and of one that is not there. */
export const ofRuns = ['RUN-OPEN', 'RUN-CLOSED', 'RUN-NOWHERE'].flatMap((id): Row[] => [
  [`GET /workflows/${id}`, undefined, api.RunDocument, { id }],
  [`GET /workflows/${id}/status`, undefined, documents.RunStatusDocument, { id }],
  [`GET /workflows/${id}/progress`, undefined, documents.RunProgressDocument, { id }],
  [`GET /workflows/${id}/journal`, undefined, api.RunTimelineDocument, { id }, 'timeline'],
  [`GET /workflows/${id}/history`, undefined, documents.RunHistoryDocument, { id }, 'history'],
  command(id, 'cancel', api.CancelRunDocument, { reason: 'no' }),
  command(id, 'refund', api.RefundPaymentDocument, { amount: '1.00', reason: 'no' }),
  command(id, 'pause', api.PauseStandingOrderDocument),
  command(id, 'resume', api.ResumeStandingOrderDocument),
  command(id, 'skip', api.SkipStandingOrderDocument),
  command(id, 'stop', api.StopStandingOrderDocument),
]);

const payment = { orderId: 'SHOP-1', customerId: 'CUST-1', amount: '1.00', runId: 'RUN-NEW' };
const starts = (kind: string, document: string, input: object): Row => [
  `POST /workflows/${kind}`,
  ...([input, document, { input }] as [unknown, string, Record<string, unknown>]),
];

/** Runs that are started: well, for somebody else, and with what is wrong. */
export const startsOfRuns: Row[] = [
  starts('greet', api.GreetDocument, { name: 'Ada' }),
  starts('greet', api.GreetDocument, { name: '' }),
  starts('payment', api.StartPaymentDocument, payment),
  starts('payment', api.StartPaymentDocument, { ...payment, amount: '-1.00' }),
  starts('user-context', api.StartUserContextDocument, { userId: 'CUST-1' }),
  starts('standing-orders', api.StartStandingOrderDocument, { every: 'P1D', order }),
  starts('standing-orders', api.StartStandingOrderDocument, { every: 'PT1S', order }),
];
