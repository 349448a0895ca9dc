export { type Access, createAccess } from './auth/access.ts';
export { defaultLimits, type Limits } from './execution/limits/limits.ts';
export { createGatewayOptions } from './from-settings.ts';
export { type Gateway, startGateway } from './gateway.ts';
export type { GatewayOptions } from './gateway-options.ts';
