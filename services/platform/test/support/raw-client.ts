import { connect } from 'node:net';

export type RawClient = ReturnType<typeof rawClient>;

/** A client that writes what bytes it likes when it likes, and keeps what comes back. */
export function rawClient(url: string) {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true });
  let heard = '';
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => {
    heard += bytes.toString('latin1');
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const ended = Promise.race([closed, new Promise<void>((resolve) => socket.once('end', () => resolve()))]);

  return {
    socket,
    heard: () => heard,
    /** The server has sent its last byte. */
    ended,
    closed,
    send: (...lines: string[]) => void socket.write(lines.join('\r\n')),
    /** What was written so far is with the server's machine. */
    sent: () => new Promise<void>((resolve) => socket.write('', () => resolve())),
    /** Resolves when it has been heard, and when the server has hung up. */
    hears: (what: string) =>
      Promise.race([
        ended,
        new Promise<void>((resolve) => {
          const look = () => {
            if (!heard.includes(what)) return;
            socket.off('data', look);
            resolve();
          };
          socket.on('data', look);
          look();
        }),
      ]),
    statuses: () => [...heard.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status)),
  };
}
