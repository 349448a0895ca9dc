export { type CallOptions, Refused, Unavailable } from '@waybill/http-client';
export { type ProvidersClient, type ProvidersSettings, providersClient } from './client.ts';
