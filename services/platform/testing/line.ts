import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A TCP proxy in front of Postgres that fails on command. */
export type Line = {
  url: string;
  /** Holds back every byte, on old connections and on new ones, until `speak`. */
  fallSilent: () => void;
  speak: () => void;
  /** Holds back every byte of the connections that are open now, for ever; new ones work. */
  strand: () => void;
  /** Stops forwarding when a client sends this text. */
  silentAt: (word: string) => void;
  /** Closes each connection on which a client sends this text, until another text is set. */
  cutAt: (word: string | undefined) => void;
  close: () => Promise<void>;
};

export async function lineTo(databaseUrl: string): Promise<Line> {
  const place = placeOf(databaseUrl);
  const sockets = new Set<Socket>();
  const stranded = new Set<Socket>();
  const words: Words = {};
  let silent = false;

  const holdBack = () => {
    silent = true;
    for (const socket of sockets) socket.pause();
  };
  const server = createServer((near) => {
    joinSockets(near, connect(place), sockets, { words, holdBack });
    if (silent) holdBack();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: urlAt((server.address() as AddressInfo).port, databaseUrl),
    fallSilent: holdBack,
    speak() {
      silent = false;
      for (const socket of sockets) if (!stranded.has(socket)) socket.resume();
    },
    strand: () => sockets.forEach((socket) => void stranded.add(socket.pause())),
    silentAt: (word) => void Object.assign(words, { silence: word }),
    cutAt: (word) => void Object.assign(words, { cut: word }),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The texts at which a connection is closed, or all fall silent. */
type Words = { cut?: string | undefined; silence?: string | undefined };

/** Forwards what each of the two sends to the other, and closes both when one closes. */
function joinSockets(near: Socket, far: Socket, open: Set<Socket>, faults: { words: Words; holdBack: () => void }) {
  for (const socket of [near, far]) {
    open.add(socket.on('error', () => undefined));
    socket.once('close', () => {
      near.destroy();
      far.destroy();
      open.delete(socket);
    });
  }
  far.on('data', (answer) => near.write(answer));
  const { words, holdBack } = faults;
  near.on('data', (message) => {
    if (words.cut && message.includes(words.cut)) return void near.destroy();
    far.write(message);
    if (!words.silence || !message.includes(words.silence)) return;
    words.silence = undefined;
    holdBack();
  });
}

function placeOf(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  const host = decodeURIComponent(hostname);
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.5432` } : { host, port: Number(port || 5432) };
}

function urlAt(port: number, databaseUrl: string): string {
  const { username, password, pathname } = new URL(databaseUrl);
  return `postgres://${username}${password && `:${password}`}@127.0.0.1:${port}${pathname}`;
}
