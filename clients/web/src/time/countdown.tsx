import { timeLeft } from './format.ts';
import { useByTime } from './use-now.ts';

/** The time left until a server time. It is never announced by itself. */
export function Countdown({ until }: { until: string }) {
  const left = useByTime((now) => timeLeft(Date.parse(until) - now));
  return (
    <time role="timer" dateTime={until}>
      {left}
    </time>
  );
}
