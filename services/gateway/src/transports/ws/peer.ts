import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Session } from '../../auth/session.ts';
import type { Beating } from './keep-alive.ts';
import type { RunningOperations } from './running-operations.ts';

/** What is known of one socket. */
export type Peer = {
  socket: WebSocket;
  connection: Socket;
  headers: IncomingHttpHeaders;
  beating: Beating;
  running: RunningOperations;
  /** Who speaks; undefined until they have said so. */
  session?: Session;
};
