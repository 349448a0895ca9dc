import {
  ApproveOrderDocument,
  CancelOrderDocument,
  OrderChangedDocument,
  type OrderDetailsFragment,
  OrderDocument,
  PlaceOrderDocument,
  RejectOrderDocument,
  UpdateShippingAddressDocument,
  willAskForApproval,
} from '@waybill/client';
import type { Call, Route, Tools } from '../route.ts';
import { change } from '../routes/change.ts';
import { read } from '../routes/read.ts';
import { result, untilState } from '../routes/wait.ts';
import { type Alias, alias } from './alias.ts';
import {
  AddressRequest,
  addressInput,
  CommandRequest,
  noteInput,
  PlaceRequest,
  placeInAddress,
  placeInput,
  placeInStart,
  reasonInput,
  StartRequest,
  startInput,
} from './requests.ts';

const tag = 'Aliases';
const ofOrder = { path: '/{id}', tag, fills: { id: 'orderId' }, show: OrderDocument };
const own = {
  place: change({ path: '', tag, summary: 'Place an order', document: PlaceOrderDocument, made: { under: '/orders' } }),
  approve: change({ ...ofOrder, summary: 'Approve an order', document: ApproveOrderDocument }),
  reject: change({ ...ofOrder, summary: 'Reject an order', document: RejectOrderDocument }),
  cancel: change({ ...ofOrder, summary: 'Cancel an order', document: CancelOrderDocument }),
  find: read({ path: '/{id}', tag, summary: 'Get the status of an order', document: OrderDocument }),
  end: result({
    path: '/{id}',
    tag,
    summary: 'Wait for the end of an order',
    document: OrderChangedDocument,
    longestSeconds: 120,
  }),
  changeAddress: change({
    ...ofOrder,
    summary: 'Change the shipping address',
    document: UpdateShippingAddressDocument,
    bodyIs: 'address',
  }),
};

/** An approval or rejection that is sent right after the start waits until the order awaits approval. */
const untilDecidable = (call: Call, tools: Tools) =>
  untilState(OrderChangedDocument, call, tools, { seconds: 5, holds: isDecidable });

const isDecidable = (state: Record<string, unknown>): boolean => !willAskForApproval(state as OrderDetailsFragment);

type Where = Pick<Alias, 'dialect' | 'atRoot'>;

const under = (path: string, where: Where) => ({
  approval: (verb: string): Route =>
    alias(own.approve, {
      ...where,
      method: 'post',
      path: `${path}/{id}/${verb}`,
      insteadUse: '/api/v1/orders/{id}/approve',
      body: CommandRequest,
      meant: ({ body }) => noteInput(body),
      before: untilDecidable,
    }),
  decision: (of: 'reject' | 'cancel', verb: string): Route =>
    alias(own[of], {
      ...where,
      method: 'post',
      path: `${path}/{id}/${verb}`,
      insteadUse: `/api/v1/orders/{id}/${of}`,
      body: CommandRequest,
      meant: ({ body }) => reasonInput(body),
      ...(of === 'reject' && { before: untilDecidable }),
    }),
  question: (of: 'find' | 'end', verb: string, insteadUse = `/api/v1/orders/{id}/${verb}`): Route =>
    alias(own[of], { ...where, method: 'get', path: `${path}/{id}/${verb}`, insteadUse }),
});

const first: Where = { dialect: { prefix: 'order-fulfillment-', awaiting: 'awaiting_approval' }, atRoot: true };
const second: Where = { dialect: { prefix: 'order-', awaiting: 'pending_approval' } };
const others: Where = { dialect: { prefix: 'order-', awaiting: 'awaiting_approval' }, atRoot: true };

const ofFirst = under('/workflows', first);
const ofSecond = under('/order', second);
const ofOthers = under('/orders', others);

/** The requests of other order systems that have an equivalent here. */
export const orderAliases: Route[] = [
  alias(own.place, {
    ...first,
    method: 'post',
    path: '/workflows/order',
    insteadUse: '/api/v1/orders',
    body: PlaceRequest,
    meant: ({ body }) => placeInput(body, { requiresApproval: true, approvalTimeout: 'PT2M' }),
  }),
  ofFirst.approval('approve'),
  ofFirst.decision('reject', 'reject'),
  ofFirst.decision('cancel', 'cancel'),
  ofFirst.question('find', 'status'),

  alias(own.place, {
    ...second,
    method: 'post',
    path: '/order',
    insteadUse: '/api/v1/orders',
    body: PlaceRequest,
    meant: ({ body }) => placeInput(body),
  }),
  ofSecond.approval('approve'),
  ofSecond.decision('reject', 'reject'),
  ofSecond.decision('cancel', 'cancel'),
  ofSecond.question('find', 'status'),
  ofSecond.question('find', 'progress'),
  ofSecond.question('end', 'result'),

  alias(own.place, {
    ...others,
    method: 'post',
    path: '/orders/{id}/start',
    insteadUse: '/api/v1/orders',
    body: StartRequest,
    meant: startInput,
    placeIn: placeInStart,
  }),
  ofOthers.question('find', 'status'),
  ofOthers.approval('signals/approve'),
  ofOthers.decision('cancel', 'signals/cancel'),
  alias(own.changeAddress, {
    ...others,
    method: 'post',
    path: '/orders/{id}/signals/update-address',
    insteadUse: '/api/v1/orders/{id}/shipping-address',
    body: AddressRequest,
    meant: ({ body }) => addressInput(body),
    placeIn: () => placeInAddress,
  }),
];
