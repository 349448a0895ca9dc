import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** A client that has read why not hangs up; one that has not by then is hung up on. */
const lingerMs = 1_000;

/** Answers a handshake with a status, and ends its connection whatever the client does with that. */
export function refuseUpgrade(connection: Socket, status: number): void {
  const cut = setTimeout(() => connection.destroy(), lingerMs);
  connection.once('close', () => clearTimeout(cut));
  connection.resume(); // what is left unread when a connection ends takes the answer with it
  connection.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
