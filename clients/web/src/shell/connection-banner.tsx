import { useConnection } from '@waybill/client/react';
import { useAnnouncement } from '../announce/use-announcement.ts';
import { Icon } from '../components/icon.tsx';
import { usePreferences } from '../session/preferences.ts';
import { tokenStore } from '../session/token-store.ts';
import { useSessionEnd } from '../session/use-session-end.ts';
import { exactTime } from '../time/format.ts';
import styles from './connection-banner.module.css';
import { connectionWords } from './connection-words.ts';

/** The freshness of the data: always visible, prominent only when it is not live. */
export function ConnectionBanner() {
  const state = useConnection();
  const { zone } = usePreferences();
  const isOver = useSessionEnd();
  const { look, text, spoken } = connectionWords(state, (ms) => clock(ms, zone));
  useAnnouncement('connection', spoken);
  return (
    <div className={`${styles.banner} ${styles[look]}`}>
      <span>{text}</span>
      {isOver && (
        <button type="button" onClick={tokenStore.clear}>
          <Icon name="user" /> Sign in again
        </button>
      )}
      {state.status === 'reconnecting' && (
        <button type="button" onClick={state.retryNow}>
          <Icon name="retry" /> Retry now
        </button>
      )}
    </div>
  );
}

/** Without milliseconds. */
const clock = (ms: number, zone: string) => exactTime(new Date(ms).toISOString(), zone).slice(12, 20);
