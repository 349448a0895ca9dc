export { type CallOptions, Refused, Unavailable } from '@waybill/http-client';
export { type AuditCursor, auditBegins, type EngineOrder, type OpenOrders } from './audit-page.ts';
export { type ChangesQuery, type OrderBookClient, type OrderBookSettings, orderBookClient } from './client.ts';
export { type Reconciliation, reconcilePage } from './reconcile.ts';
