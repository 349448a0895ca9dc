import type { WebSocket } from 'ws';

/** The interval of the checks: an expired token is noticed after this time at the latest. */
const beatMs = 1_000;
/** A socket without a pong when the next ping is due is terminated. */
const beatsBetweenPings = 12;

export type Heartbeat = {
  socket: WebSocket;
  answered: boolean;
  /** When its token expires. */
  endsAt: number;
};

/** One timer for all sockets: pings them, terminates dead ones, and reports expired tokens. */
export function createKeepAlive(now: () => Date, expired: (socket: WebSocket) => void) {
  const heartbeats = new Set<Heartbeat>();
  let beats = 0;
  const beat = () => {
    const pinging = ++beats % beatsBetweenPings === 0;
    for (const each of heartbeats) {
      if (each.endsAt <= now().getTime()) expired(each.socket);
      if (pinging) ping(each);
    }
  };
  const timer = setInterval(beat, beatMs);
  timer.unref();

  return {
    /** Adds a socket until it closes. */
    watch(socket: WebSocket): Heartbeat {
      const each: Heartbeat = { socket, answered: true, endsAt: Number.POSITIVE_INFINITY };
      heartbeats.add(each);
      socket.on('pong', () => {
        each.answered = true;
      });
      socket.once('close', () => heartbeats.delete(each));
      return each;
    },
    stop: () => clearInterval(timer),
  };
}

function ping(each: Heartbeat): void {
  if (each.answered) each.socket.ping();
  else each.socket.terminate();
  each.answered = false;
}
