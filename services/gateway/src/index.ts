export { type Access, createAccess } from './auth/access.ts';
export { defaultLimits, type Limits } from './execution/limits/limits.ts';
export { createGatewayOptions } from './from-settings.ts';
export { type Gateway, type GatewayOptions, startGateway } from './gateway.ts';
