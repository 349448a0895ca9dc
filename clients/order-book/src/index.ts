export { type CallOptions, Refused, Unavailable } from '@waybill/http-client';
export type { ChangesQuery } from './changes-query.ts';
export { createOrderBookClient, type OrderBookClient, type OrderBookSettings } from './client.ts';
export { isCursorLost } from './cursor-lost.ts';
export { createIdentityLookup } from './identity-lookup.ts';
export { undefinedWhenUnavailable } from './unavailable.ts';
