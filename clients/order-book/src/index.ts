export { type CallOptions, Refused, Unavailable } from '@waybill/http-client';
export { type ChangesQuery, createOrderBookClient, type OrderBookClient, type OrderBookSettings } from './client.ts';
export { createIdentityLookup } from './identity-lookup.ts';
