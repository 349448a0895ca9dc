import { type ConnectionState, Unauthenticated } from '@waybill/client';

/** The freshness of the data, by its look and in words; `spoken`: for screen readers, which the first state is not told to. */
type ConnectionWords = { look: 'begun' | 'live' | 'lost' | 'over'; text: string; spoken: string };

export function connectionWords(state: ConnectionState, clock: (ms: number) => string): ConnectionWords {
  switch (state.status) {
    case 'reconnecting':
    case 'stale':
      return { look: 'lost', text: `Reconnecting. Data as of ${clock(state.since)}`, spoken: 'Connection lost' };
    case 'closed': {
      if (!(state.why instanceof Unauthenticated))
        return { look: 'over', text: 'Not connected', spoken: 'Not connected' };
      const text = 'Your session has ended';
      return { look: 'over', text, spoken: `${text}. Sign in again to go on` };
    }
    case 'live':
      return { look: 'live', text: 'Live', spoken: 'Connected' };
    default:
      return { look: 'begun', text: 'Connecting', spoken: '' };
  }
}
