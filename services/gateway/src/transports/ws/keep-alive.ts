import type { WebSocket } from 'ws';

/** Every so often each socket is looked at; a token that has expired is noticed after this long at the most. */
const beatMs = 1_000;
/** A socket that has not answered a ping when the next one is due is dead. */
const beatsBetweenPings = 12;

export type Beating = {
  socket: WebSocket;
  answered: boolean;
  /** When its token expires. */
  endsAt: number;
};

/** One timer for all sockets: pings them, hangs up on the dead, and tells those whose token has expired. */
export function heartOf(now: () => Date, expired: (socket: WebSocket) => void) {
  const beating = new Set<Beating>();
  let beats = 0;
  const beat = () => {
    const pinging = ++beats % beatsBetweenPings === 0;
    for (const each of beating) {
      if (each.endsAt <= now().getTime()) expired(each.socket);
      if (pinging) ping(each);
    }
  };
  const timer = setInterval(beat, beatMs);
  timer.unref();

  return {
    /** Until the socket closes. */
    watch(socket: WebSocket): Beating {
      const each: Beating = { socket, answered: true, endsAt: Number.POSITIVE_INFINITY };
      beating.add(each);
      socket.on('pong', () => {
        each.answered = true;
      });
      socket.once('close', () => beating.delete(each));
      return each;
    },
    stop: () => clearInterval(timer),
  };
}

function ping(each: Beating): void {
  if (each.answered) each.socket.ping();
  else each.socket.terminate();
  each.answered = false;
}
