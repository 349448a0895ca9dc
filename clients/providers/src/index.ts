export { type CallOptions, Refused, Unavailable } from '@waybill/http-client';
export { createProvidersClient, type ProvidersClient, type ProvidersSettings } from './client.ts';
