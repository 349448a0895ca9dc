export { createGatewayOptions } from './assembly/from-settings.ts';
export { type Gateway, startGateway } from './assembly/gateway.ts';
export type { GatewayOptions } from './assembly/gateway-options.ts';
export { type Access, createAccess } from './auth/access.ts';
export { defaultLimits, type Limits } from './execution/limits/limits.ts';
