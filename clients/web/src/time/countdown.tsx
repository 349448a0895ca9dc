import { timeLeft } from './format.ts';
import { useNow } from './use-now.ts';

/** What is left until a time of the server. A timer is never announced by itself. */
export function Countdown({ until }: { until: string }) {
  const left = Date.parse(until) - useNow();
  return (
    <time role="timer" dateTime={until}>
      {timeLeft(left)}
    </time>
  );
}
