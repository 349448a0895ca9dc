import type { Viewer } from '@waybill/graphql';

/** What a request says about who sent it. */
export type Credentials = { authorization: string | null };

/** Who sent a request. Until there are tokens everyone is an operator, and nobody beyond this machine is heard. */
export const viewerOf = (_credentials: Credentials): Viewer | null => ({ id: 'operator', role: 'OPERATOR' });

/** Says why a gateway may not listen on a host; undefined when it may. */
export const whyNotOn = (host: string): string | undefined =>
  ['127.0.0.1', '::1', 'localhost'].includes(host)
    ? undefined
    : `WAYBILL_GATEWAY_HOST: tokens are required to listen beyond loopback, and ${host} is beyond it`;
