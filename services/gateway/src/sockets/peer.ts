import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Admitted } from './admission.ts';
import type { Beating } from './heart.ts';

/** What is known of one socket. */
export type Peer = {
  socket: WebSocket;
  connection: Socket;
  headers: IncomingHttpHeaders;
  beating: Beating;
  admitted?: Admitted;
};
