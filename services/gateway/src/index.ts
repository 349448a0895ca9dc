export { type Access, accessFrom } from './auth/access.ts';
export { type Limits, usualLimits } from './execution/limits/limits.ts';
export { partsFrom } from './from-settings.ts';
export { type Gateway, type GatewayParts, openGateway } from './gateway.ts';
