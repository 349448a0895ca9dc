import type { RunSummaryFragment } from '@waybill/client';
import type { ActionWords } from '../action/action-words.ts';
import { money } from '../order/money.ts';
import { plain, type Tone } from '../order/words.ts';

const kinds: Readonly<Record<string, string>> = {
  USER_CONTEXT: 'User context',
  PAYMENT: 'Payment',
  GREETING: 'Greeting',
  STANDING_ORDER: 'Standing order',
};

export const kindNames = Object.keys(kinds);

export const kindWord = (kind: string): string => kinds[kind] ?? plain(kind);

const statuses: Readonly<Record<string, { word: string; tone: Tone }>> = {
  RUNNING: { word: 'Running', tone: 'active' },
  PAUSED: { word: 'Paused', tone: 'wait' },
  COMPENSATING: { word: 'Compensating', tone: 'undo' },
  COMPLETED: { word: 'Completed', tone: 'good' },
  FAILED: { word: 'Failed', tone: 'bad' },
  CANCELLED: { word: 'Cancelled', tone: 'calm' },
};

export const statusNames = Object.keys(statuses);

export const runStatusWords = (status: string): { word: string; tone: Tone } =>
  statuses[status] ?? { word: plain(status), tone: 'calm' };

/** The subject of a run in one line. */
export function aboutRun(run: RunSummaryFragment): string {
  switch (run.__typename) {
    case 'PaymentRun':
      return `${money(run.amount)} by ${run.customerId} for ${run.orderId}`;
    case 'UserContextRun':
      return run.userId;
    case 'GreetingRun':
      return run.name;
    case 'StandingOrder':
      return `every ${periodWord(run.every)}, ${run.placed} placed`;
    default:
      return '';
  }
}

const units = [
  ['D', 'day'],
  ['H', 'hour'],
  ['M', 'minute'],
  ['S', 'second'],
] as const;

/** Formats "PT1H30M" as "hour 30 minutes", and "PT120M" as "2 hours". Other values are shown as they are. */
export function periodWord(iso: string): string {
  if (!/^P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$/.test(iso)) return iso;
  const inHours = iso.replace(/^PT(\d+)M$/, (same, minutes) =>
    Number(minutes) % 60 === 0 ? `PT${Number(minutes) / 60}H` : same,
  );
  const parts = units.flatMap(([letter, unit]) => {
    const [, count] = new RegExp(`(\\d+)${letter}`).exec(inHours) ?? [];
    return count ? [count === '1' ? unit : `${count} ${unit}s`] : [];
  });
  return parts.join(' ') || iso;
}

const actions: Readonly<Record<string, ActionWords<'reason' | 'refund' | 'note'>>> = {
  REFUND: { label: 'Refund', done: 'Refunded', icon: 'undo', look: 'plain', asks: 'refund' },
  PAUSE: { label: 'Pause', done: 'Paused', icon: 'clock', look: 'plain', asks: 'note' },
  RESUME: { label: 'Resume', done: 'Resumed', icon: 'play', look: 'primary' },
  SKIP: { label: 'Skip next', done: 'The next period is skipped', icon: 'skip', look: 'plain' },
  STOP: { label: 'Stop', done: 'Stopped', icon: 'cross', look: 'danger', asks: 'note' },
  CANCEL: { label: 'Cancel run', done: 'The cancellation is accepted', icon: 'cross', look: 'danger', asks: 'reason' },
};

/** In display order; unknown actions are left out, because there is no dialog for them. What can be stopped need not be cancelled. */
export const offeredRunActions = (available: readonly string[]): string[] =>
  Object.keys(actions).filter(
    (action) => available.includes(action) && !(action === 'CANCEL' && available.includes('STOP')),
  );

export const runActionWords = (action: string): ActionWords =>
  actions[action] ?? { label: plain(action), done: 'Done', icon: 'play', look: 'plain' };
