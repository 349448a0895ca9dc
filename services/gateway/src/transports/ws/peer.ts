import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Session } from '../../auth/session.ts';
import type { Pace } from '../../execution/pace.ts';
import type { Heartbeat } from './keep-alive.ts';
import type { Reading } from './reading.ts';
import type { RunningOperations } from './running-operations.ts';

/** The state of one socket. */
export type Peer = {
  socket: WebSocket;
  connection: Socket;
  pace: Pace;
  headers: IncomingHttpHeaders;
  heartbeat: Heartbeat;
  reading: Reading;
  running: RunningOperations;
  /** Undefined until the client has authenticated. */
  session?: Session;
};
