export { type CallOptions, Refused, Unavailable } from '@waybill/http-client';
export { noSuchEndpoint } from './calls.ts';
export { createProvidersClient, type ProvidersClient, type ProvidersSettings } from './client.ts';
