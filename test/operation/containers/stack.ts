import { connect, orThrow, type Waybill } from '@waybill/client';
import { WebSocket } from 'ws';
import { mintDevelopmentTokens } from '../../../services/gateway/src/auth/development-tokens.ts';
import { addressOf, type Container, compose, containers, type Profile, secrets } from './docker.ts';

const gateways = { dev: 'gateway-dev', production: 'gateway' };

/** Everything of a profile, started and healthy, and what runs once ended well. */
export function up(profile: Profile, ...options: string[]): void {
  compose(profile, 'up', '--wait', '--wait-timeout', '280', ...options);
}

/** Everything stopped, and removed but for the volume; returns what had to be killed, because it took too long to stop. */
export function down(profile: Profile): string[] {
  compose(profile, 'stop');
  const killed = containers(profile).filter(({ State }) => State.ExitCode === 137);
  compose(profile, 'down');
  return killed.map(({ Name }) => Name);
}

/** The token that the one-shot service printed for this role. */
export function printedToken(role: string): string {
  const [, token] = new RegExp(`^${role}: (\\S+)`, 'm').exec(compose('dev', 'logs', '--no-log-prefix', 'tokens')) ?? [];
  if (!token) throw new Error(`the service tokens printed none for ${role}`);
  return token;
}

/** The token of an operator, as whoever holds the secret signs one. */
export const signedToken = async () =>
  (await mintDevelopmentTokens({ secret: secrets.WAYBILL_JWT_SECRET }, new Date())).operator;

export const gatewaysOf = (profile: Profile): Container[] => containers(profile, gateways[profile]);

export const urlOf = (gateway: Container | undefined) => addressOf(gateway, 4000);

export const clientAt = (url: string, token: string): Waybill => connect({ url: `${url}/graphql`, token, WebSocket });

const customer = {
  customerId: 'CUST-1',
  customerEmail: 'ada@example.com',
  shippingAddress: { street: '1 Main Street', city: 'Springfield', zip: '62701', country: 'US' },
};
const toBeApproved = { requiresApproval: true, approvalTimeout: 'PT1H' };

/** The id of an order for the first product of the catalogue. */
export async function place(client: Waybill, wish: Partial<typeof toBeApproved> = {}): Promise<string> {
  const [product] = await client.catalogue.list();
  const items = [{ sku: product?.sku ?? '', quantity: 2 }];
  return orThrow(await client.orders.place({ ...customer, ...wish, items })).order.id;
}

/** The id of an order that waits for a manager. */
export async function placeWaiting(client: Waybill): Promise<string> {
  const id = await place(client, toBeApproved);
  for await (const { status } of client.orders.watch(id)) if (status === 'AWAITING_APPROVAL') break;
  return id;
}

/** What the order came to. */
export async function endOf(client: Waybill, id: string): Promise<string | undefined> {
  let last: string | undefined;
  for await (const { status } of client.orders.watch(id)) last = status;
  return last;
}
