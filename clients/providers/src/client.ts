import * as shapes from '@waybill/contracts';
import { providerRefusals } from '@waybill/contracts/domain';
import { type CallerSettings, type CallOptions, Refused } from '@waybill/http-client';
import { type Calls, callsTo, noSuchEndpoint, nullWhenUnknown, segment, unknownOrder } from './calls.ts';

export type ProvidersSettings = Omit<CallerSettings, 'refusals'>;

/**
 * The fulfillment providers. Every method takes the request and call options, and resolves with the provider's
 * response; it rejects with `Refused<ProviderRefusal>` if the provider refuses and with `Unavailable` if the result is
 * unknown. It never retries. `chaos` controls fault injection, if the providers allow it.
 */
export function createProvidersClient(settings: ProvidersSettings) {
  const calls = callsTo(settings, [...providerRefusals, unknownOrder]);
  const controls = callsTo({ ...settings, connections: 2 }, ['INVALID_REQUEST', noSuchEndpoint]);
  const waiting = callsTo(settings, [noSuchEndpoint]);
  return {
    payment: payment(calls),
    inventory: inventory(calls),
    shipping: shipping(calls),
    notification: notification(calls),
    context: context(calls),
    customer: customer(calls),
    chaos: { ...chaos(controls), ...chaosFeed(waiting) },
    audit: audit(controls),
    /** Deletes stored responses after a day, and the log of draws after 7 days. Safe to repeat. */
    sweep: (options: CallOptions = {}) => controls.call({ ...options, method: 'POST', path: '/sweep' }, shapes.Swept),
    /** Rejects with `Unavailable` when they cannot serve. */
    ready: (options: CallOptions = {}) => controls.call({ ...options, method: 'GET', path: '/ready' }, shapes.Ready),
    close: async () => {
      await Promise.all([calls, controls, waiting].map(({ call }) => call.close()));
    },
  };
}

export type ProvidersClient = ReturnType<typeof createProvidersClient>;

const payment = ({ post, status, get }: Calls) => ({
  authorize: post<shapes.AuthorizeRequest, shapes.Authorized>('/payment/authorize', shapes.Authorized),
  capture: post<shapes.CaptureRequest, shapes.PaymentRecord>('/payment/capture', shapes.PaymentRecord),
  release: post<shapes.ReleaseRequest, shapes.PaymentUndone>('/payment/release', shapes.PaymentUndone),
  refund: post<shapes.RefundRequest, shapes.PaymentUndone>('/payment/refund', shapes.PaymentUndone),
  status: status('payment', shapes.PaymentRecord),
  /** The amount refunded under this idempotency key; null if there was no refund. */
  refundBy: (query: shapes.RefundQuery, options: CallOptions = {}) =>
    refundBy(get)(query, options).then(({ amount }) => amount, nullWhenUnknown),
});

const refundBy = (get: Calls['get']) =>
  get(({ orderId }: shapes.RefundQuery) => `/payment/${segment(orderId)}/refund`, shapes.Refund);

const inventory = ({ post, status, get }: Calls) => ({
  reserve: post<shapes.ReserveRequest, shapes.Reservation>('/inventory/reserve', shapes.Reservation),
  release: post<shapes.ReleaseStockRequest, shapes.StockReleased>('/inventory/release', shapes.StockReleased),
  check: post<shapes.CheckRequest, shapes.StockCheck>('/inventory/check', shapes.StockCheck),
  status: status('inventory', shapes.Reservation),
  restock: post<shapes.RestockRequest, shapes.Product>('/inventory/restock', shapes.Product),
  catalogue: async (request: Nothing = {}, options: CallOptions = {}): Promise<shapes.Product[]> =>
    (await catalogue(get)(request, options)).products,
});

const catalogue = (get: Calls['get']) => get((_asked: Nothing) => '/inventory/catalogue', shapes.Catalogue);

const shipping = ({ post, status }: Calls) => ({
  prepare: post<shapes.PrepareRequest, shapes.ShipmentRecord>('/shipping/prepare', shapes.ShipmentRecord),
  /** Resolves when the label is ready. */
  createLabel: post<shapes.LabelRequest, shapes.Labeled>('/shipping/create-label', shapes.Labeled),
  dispatch: post<shapes.DispatchRequest, shapes.Labeled>('/shipping/dispatch', shapes.Labeled),
  cancel: post<shapes.CancelRequest, shapes.ShipmentUndone>('/shipping/cancel', shapes.ShipmentUndone),
  status: status('shipping', shapes.ShipmentRecord),
});

const notification = ({ post, status }: Calls) => ({
  send: post<shapes.SendRequest, shapes.NotificationRecord>('/notification/send', shapes.NotificationRecord),
  /** The newest message of the order. */
  status: status('notification', shapes.NotificationRecord),
});

const context = ({ get }: Calls) => ({
  location: get((_asked: OnBehalf) => '/context/location', shapes.Location),
  weather: get((_asked: OnBehalf & Partial<Place>) => '/context/weather', shapes.Weather),
  catFact: get((_asked: OnBehalf) => '/context/cat-fact', shapes.CatFact),
});

const customer = ({ get }: Calls) => ({
  profile: get(({ customerId }: OfCustomer) => `/customers/${segment(customerId)}/profile`, shapes.CustomerProfile),
  recommendations: get(
    ({ customerId }: OfCustomer) => `/customers/${segment(customerId)}/recommendations`,
    shapes.Recommendations,
  ),
});

/** `orderId`: the owner of the call, for which faults are drawn. */
type OnBehalf = { orderId?: string };
type OfCustomer = OnBehalf & { customerId: string };
type Place = { latitude: number; longitude: number };

const chaos = ({ call, get }: Calls) => ({
  settings: get((_asked: Nothing) => '/chaos', shapes.ChaosSettings),
  /** Rejects with `Refused<'INVALID_REQUEST'>` and the fields that are wrong. */
  change: (body: shapes.ChangeChaos, options: CallOptions = {}) =>
    call({ ...options, method: 'PUT', path: '/chaos', body }, shapes.ChaosSettings),
  /** Rejects as `change` does. */
  pin: ({ orderId, ...pin }: { orderId: string } & shapes.ChaosPin, options: CallOptions = {}) =>
    call(
      { ...options, method: 'PUT', path: `/chaos/orders/${segment(orderId)}`, body: { pins: [pin] } },
      shapes.ChaosPins,
    ).catch(refusedAsOne),
  log: get((_query: LogQuery & { before?: number }) => '/chaos/log', shapes.ChaosLog),
  pins: get((_asked: Nothing) => '/chaos/pins', shapes.AllChaosPins),
  reset: (_request: Nothing = {}, options: CallOptions = {}) =>
    call({ ...options, method: 'DELETE', path: '/chaos' }, shapes.ChaosSettings),
});

/** Waits, so over connections of its own. */
const chaosFeed = ({ get }: Calls) => ({
  /** The next entries of the log; none when there was none for `waitMs`. */
  nextLog: get((_query: LogQuery & { waitMs: number }) => '/chaos/log', shapes.ChaosLog),
});

type LogQuery = { orderId?: string; operation?: string; after?: number; first?: number };

/** The service accepts several pins and numbers the problems; the caller has one. */
function refusedAsOne(error: unknown): never {
  if (!(error instanceof Refused)) throw error;
  const fields = error.fields.map(({ path: [list, , ...own], message }) => ({
    path: list === 'pins' ? own : [],
    message,
  }));
  throw new Refused(error.code, error.message, fields);
}

const audit = ({ get, post }: Calls) => ({
  whole: get((_asked: Nothing) => '/audit', shapes.Audit),
  /** `after` is the last order of the page before. */
  orders: get((_asked: { after?: string; first?: number }) => '/audit/orders', shapes.AuditedOrders),
  /** Up to 100 orders and payments; unknown ones are missing. */
  byIds: post<{ ids: readonly string[] }, shapes.AuditedOrders>('/audit/orders/by-ids', shapes.AuditedOrders),
});

type Nothing = Record<string, never>;
