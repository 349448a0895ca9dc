import type { OrderDetailsFragment } from '@waybill/client';
import { useAnnouncement } from '../../announce/use-announcement.ts';
import tones from '../../components/tone.module.css';
import { headline } from '../../order/headline.ts';
import { usePreferences } from '../../session/preferences.ts';
import { Countdown } from '../../time/countdown.tsx';
import { duration, shortTime } from '../../time/format.ts';
import { serverClock } from '../../time/server-clock.ts';
import { useNow } from '../../time/use-now.ts';
import styles from './approve-page.module.css';

/** The time left, the time waited, and what happens without a decision. */
export function Waiting({ order }: { order: OrderDetailsFragment }) {
  const { zone } = usePreferences();
  const now = useNow();
  const { sentence, tone, until } = headline(order, (iso) => shortTime(iso, zone, serverClock.now()));
  useAnnouncement(order.id, sentence);
  return (
    <section className={`${styles.waiting} ${tones[tone]}`} aria-label="State">
      {until && <Countdown until={until} />}
      <p>
        <span>{sentence}</span>
        <small>Placed {duration(now - Date.parse(order.createdAt))} ago</small>
      </p>
    </section>
  );
}
