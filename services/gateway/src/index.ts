export { type Access, accessFrom } from './auth/access.ts';
export { type Gateway, type GatewayParts, openGateway } from './gateway.ts';
export { type Limits, usualLimits } from './limits/limits.ts';
