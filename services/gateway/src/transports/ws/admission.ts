import { createQuota } from '../../execution/limits/quota.ts';
import type { Peer } from './peer.ts';
import { createRateLimit } from './rate-limit.ts';

type Sender = Pick<Peer, 'reading' | 'session'>;

/** Returns true if a message that arrived may be handled; otherwise its socket is to be closed. */
export type Admission = () => boolean;

/**
 * Limits the messages of a socket to `perSecond`, and those of all sockets of one user together to the same on average: many
 * sockets would multiply the limit. The socket whose message exceeds the quota is not read until that is refilled; what had
 * already arrived behind the message is not handled.
 */
export function createAdmission(perSecond: number, now: () => Date): (sender: Sender) => Admission {
  const quota = createQuota(perSecond, now);
  return (sender) => {
    const isWithinRate = createRateLimit(perSecond, now);
    let isHeld = false;
    const hold = (seconds: number) => {
      isHeld = true;
      sender.reading.pauseUntil((resume) => {
        const refilled = () => {
          isHeld = false;
          resume();
        };
        setTimeout(refilled, seconds * 1_000).unref();
      });
    };
    return () => {
      if (isHeld || !isWithinRate()) return false;
      const user = sender.session?.viewer?.id;
      const secondsToWait = user === undefined ? undefined : quota.charge(user, 1);
      if (secondsToWait !== undefined) hold(secondsToWait);
      return true;
    };
  };
}
