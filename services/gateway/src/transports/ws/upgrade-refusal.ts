import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

/** The client closes the connection after reading the response; after this time it is destroyed. */
const closeMs = 1_000;

/** Refuses a handshake with a status, and closes its connection. */
export function refuseUpgrade(connection: Socket, status: number): void {
  const cut = setTimeout(() => connection.destroy(), closeMs);
  connection.once('close', () => clearTimeout(cut));
  connection.resume(); // a connection that ends with unread input drops the response
  connection.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
