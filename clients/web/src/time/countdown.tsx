import { timeLeft } from './format.ts';
import { useByTime } from './use-now.ts';

/** What is left until a time of the server. A timer is never announced by itself. */
export function Countdown({ until }: { until: string }) {
  const left = useByTime((now) => timeLeft(Date.parse(until) - now));
  return (
    <time role="timer" dateTime={until}>
      {left}
    </time>
  );
}
