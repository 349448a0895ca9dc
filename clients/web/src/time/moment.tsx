import { usePreferences } from '../session/preferences.ts';
import { exactTime, shortTime } from './format.ts';
import { useByTime } from './use-now.ts';

type MomentProps = { at: string; exact?: boolean };

/** A time in the viewer's zone; the exact time is in the title, or visible. */
export function Moment({ at, exact = false }: MomentProps) {
  const { zone } = usePreferences();
  const whole = exactTime(at, zone);
  const text = useByTime((now) => (exact ? whole : shortTime(at, zone, now)));
  return (
    <time dateTime={at} title={whole}>
      {text}
    </time>
  );
}
