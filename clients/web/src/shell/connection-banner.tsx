import { Unauthenticated } from '@waybill/client';
import { useConnection } from '@waybill/client/react';
import { useAnnouncement } from '../announce/use-announcement.ts';
import { Icon } from '../components/icon.tsx';
import { usePreferences } from '../session/preferences.ts';
import { tokenStore } from '../session/token-store.ts';
import { useSessionEnd } from '../session/use-session-end.ts';
import { exactTime } from '../time/format.ts';
import styles from './connection-banner.module.css';

type State = ReturnType<typeof useConnection>;

/** The freshness of the data: always visible, prominent only when it is not live. */
export function ConnectionBanner() {
  const state = useConnection();
  const { zone } = usePreferences();
  const isOver = useSessionEnd();
  const { look, text } = banner(state, zone);
  useAnnouncement('connection', spoken[look]);
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

/** For screen readers. The first state is not announced, and the end of a session announces itself. */
const spoken = { begun: '', live: 'Connected', lost: 'Connection lost', over: '' };

/** Without milliseconds. */
const clock = (ms: number, zone: string) => exactTime(new Date(ms).toISOString(), zone).slice(12, 20);

function banner(state: State, zone: string): { look: 'begun' | 'live' | 'lost' | 'over'; text: string } {
  switch (state.status) {
    case 'reconnecting':
    case 'stale':
      return { look: 'lost', text: `Reconnecting. Data as of ${clock(state.since, zone)}` };
    case 'closed':
      return {
        look: 'over',
        text: state.why instanceof Unauthenticated ? 'Your session has ended' : 'Not connected',
      };
    case 'live':
      return { look: 'live', text: 'Live' };
    default:
      return { look: 'begun', text: 'Connecting' };
  }
}
