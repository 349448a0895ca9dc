import { IncomingMessage } from 'node:http';

/**
 * A request whose offers to upgrade other than WebSocket are hidden from Node. With a listener for 'upgrade', Node
 * treats every offer as accepted, also HTTP/2 in clear text, which Java and `curl --http2` offer by default; a server
 * that ignores an offer responds as if there were none (RFC 9110 §7.8). Delete it when the oldest Node has
 * `shouldUpgradeCallback` (22.21, 24.9).
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

/** Node drops what arrived together with an ignored offer, so nothing more can be read on that connection. */
export const isLastOfItsConnection = ({ headers }: IncomingMessage): boolean => headers.upgrade !== undefined;
