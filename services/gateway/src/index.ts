export { type Gateway, type GatewayParts, openGateway } from './gateway.ts';
