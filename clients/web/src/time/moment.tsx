import { usePreferences } from '../session/preferences.ts';
import { exactTime, shortTime } from './format.ts';
import { useNow } from './use-now.ts';

type MomentProps = { at: string; exact?: boolean };

/** A point in time in the viewer's zone; the exact one is in its title, or in plain sight. */
export function Moment({ at, exact = false }: MomentProps) {
  const { zone } = usePreferences();
  const now = useNow();
  const whole = exactTime(at, zone);
  return (
    <time dateTime={at} title={whole}>
      {exact ? whole : shortTime(at, zone, now)}
    </time>
  );
}
