export { type CallOptions, Refused, Unavailable } from '@waybill/http-client';
export { type ChangesQuery, type OrderBookClient, type OrderBookSettings, orderBookClient } from './client.ts';
