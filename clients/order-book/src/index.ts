export { type CallOptions, Refused, Unavailable } from '@waybill/http-client';
export { type ChangesQuery, type OrderBookClient, type OrderBookSettings, orderBookClient } from './client.ts';
export { type EngineOrder, type OpenOrders, type Reconciliation, reconcile } from './reconcile.ts';
