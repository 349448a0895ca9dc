export { type CallOptions, Refused, Unavailable } from '@waybill/http-client';
export { createOrderBookClient, type OrderBookClient, type OrderBookSettings } from './client.ts';
export { createIdentityLookup } from './identity-lookup.ts';
export type { ChangesQuery } from './query.ts';
