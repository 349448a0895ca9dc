import * as shapes from '@waybill/contracts';
import { type Calls, callsTo } from './calls.ts';

export type ProvidersSettings = {
  /** Where the providers are, for example `http://127.0.0.1:3001`. */
  baseUrl: string;
  /** Connections kept open at the most. */
  connections?: number;
};

/**
 * The fulfillment providers. Every method takes the request and how to make the call, and resolves with the provider's
 * answer; it rejects with `Refused<ProviderRefusal>` where the provider says no and with `Unavailable` where it cannot be
 * known what happened. It never tries twice.
 */
export function providersClient(settings: ProvidersSettings) {
  const calls = callsTo(settings);
  return {
    payment: payment(calls),
    inventory: inventory(calls),
    shipping: shipping(calls),
    notification: notification(calls),
    close: () => calls.call.close(),
  };
}

export type ProvidersClient = ReturnType<typeof providersClient>;

const payment = ({ post, status }: Calls) => ({
  authorize: post<shapes.AuthorizeRequest, shapes.Authorized>('/payment/authorize', shapes.Authorized),
  capture: post<shapes.CaptureRequest, shapes.PaymentRecord>('/payment/capture', shapes.PaymentRecord),
  release: post<shapes.ReleaseRequest, shapes.PaymentUndone>('/payment/release', shapes.PaymentUndone),
  refund: post<shapes.RefundRequest, shapes.PaymentUndone>('/payment/refund', shapes.PaymentUndone),
  status: status('payment', shapes.PaymentRecord),
});

const inventory = ({ post, status, call }: Calls) => ({
  reserve: post<shapes.ReserveRequest, shapes.Reservation>('/inventory/reserve', shapes.Reservation),
  release: post<shapes.ReleaseStockRequest, shapes.StockReleased>('/inventory/release', shapes.StockReleased),
  check: post<shapes.CheckRequest, shapes.StockCheck>('/inventory/check', shapes.StockCheck),
  status: status('inventory', shapes.Reservation),
  restock: post<shapes.RestockRequest, shapes.Product>('/inventory/restock', shapes.Product),
  catalogue: async (_request: Record<string, never> = {}, options = {}): Promise<shapes.Product[]> => {
    const { products } = await call({ ...options, method: 'GET', path: '/inventory/catalogue' }, shapes.Catalogue);
    return products;
  },
});

const shipping = ({ post, status }: Calls) => ({
  prepare: post<shapes.PrepareRequest, shapes.ShipmentRecord>('/shipping/prepare', shapes.ShipmentRecord),
  /** Answers when the label is made, which takes as long as the carrier takes. */
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
