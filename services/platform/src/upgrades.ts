import { IncomingMessage } from 'node:http';

/**
 * A request that offers no other protocol than WebSocket as far as Node can tell. With a listener for 'upgrade' Node takes up
 * every offer, also HTTP/2 in clear text, which Java and `curl --http2` make of their own accord; whoever passes an offer over
 * answers as if there were none (RFC 9110 §7.8). Delete it when the oldest Node has `shouldUpgradeCallback` (22.21, 24.9).
 */
export class RequestForUs extends IncomingMessage {
  offered: unknown;

  get upgrade(): boolean {
    return this.offered === true && (this.method === 'CONNECT' || isWebSocket(this));
  }

  set upgrade(offered: unknown) {
    this.offered = offered;
  }
}

const isWebSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket';

/** Node drops what has come in one piece behind an offer that is passed over, so nothing more can be read on that connection. */
export const isLastOfItsConnection = ({ headers }: IncomingMessage): boolean => headers.upgrade !== undefined;
