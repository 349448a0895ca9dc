import { compensationWord, plain, statusWords, stepWords, type Tone } from './words.ts';

export type EntryWords = { text: string; tone: Tone; about?: string };

/** An entry of the journal of an order or a run. */
export type JournalEntry = {
  seq: number;
  type: string;
  at: string;
  actor?: string | null;
  step?: string | null;
  detail?: unknown;
};

type Detail = Readonly<Record<string, unknown>>;

const detailOf = ({ detail }: JournalEntry): Detail =>
  typeof detail === 'object' && detail !== null ? (detail as Detail) : {};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * Describes a journal entry. Unknown types are shown by name. Longer than 40 lines: a line or two for each type of entry.
 */
export function entryWords(entry: JournalEntry, clock: (iso: string) => string): EntryWords {
  const detail = detailOf(entry);
  const step = entry.step ? stepWords(entry.step).noun : 'Step';
  const compensation = compensationWord(text(detail.name) ?? 'compensation');
  const problem = [text(detail.code), text(detail.message)].filter(Boolean).join(': ');
  const because = problem && { about: problem };
  const about = text(detail.note) ?? text(detail.reason) ?? '';
  switch (entry.type) {
    case 'ORDER_RECEIVED':
      return { text: 'Order received', tone: 'calm' };
    case 'STATUS_CHANGED': {
      const { word, tone } = statusWords(text(detail.to) ?? '');
      return { text: `Status: ${word}`, tone, about };
    }
    case 'STEP_STARTED':
      return { text: `${step} started`, tone: 'active' };
    case 'STEP_COMPLETED':
      return { text: `${step} done`, tone: 'good', about };
    case 'STEP_FAILED':
      return { text: `${step} failed`, tone: 'bad', ...because };
    case 'STEP_CANCELLED':
      return { text: `${step} cancelled`, tone: 'calm' };
    case 'STEP_RETRIED_BY_HAND':
      return { text: `${step} retried manually`, tone: 'active' };
    case 'STEP_GIVEN_UP':
      return { text: `${step} given up`, tone: 'bad', about };
    case 'COMPENSATION_STARTED':
      return { text: `${compensation} started`, tone: 'undo' };
    case 'COMPENSATION_COMPLETED':
      return { text: `${compensation} ${detail.status === 'SKIPPED' ? 'not needed' : 'done'}`, tone: 'undo' };
    case 'COMPENSATION_FAILED':
      return { text: `${compensation} failed`, tone: 'bad', ...because };
    case 'COMPENSATION_SETTLED':
      return { text: `${compensation} settled manually`, tone: 'undo', about };
    case 'ITEM_ADDED':
      return { text: 'Item added', tone: 'calm' };
    case 'ADDRESS_UPDATED':
      return { text: 'Shipping address changed', tone: 'calm' };
    case 'COMMAND_REFUSED':
      return { text: `${plain(text(detail.command) ?? 'command')} refused`, tone: 'wait', ...because };
    case 'EFFECTS_UNDONE':
      return { text: 'Effects undone, because the order was unknown', tone: 'undo' };
    case 'ORDER_CLOSED':
      return { text: 'Order closed', tone: 'calm' };
    default:
      return runEntryWords(entry, clock);
  }
}

/** Entries that only runs have. */
function runEntryWords(entry: JournalEntry, clock: (iso: string) => string): EntryWords {
  const detail = detailOf(entry);
  const at = text(detail.at);
  const period = at ? `The period at ${clock(at)}` : 'The period';
  const about = text(detail.orderId) ?? text(detail.note) ?? text(detail.reason) ?? '';
  switch (entry.type) {
    case 'PLACED':
      return { text: 'Order placed', tone: 'good', about };
    case 'MISSED':
      return { text: missed(Number(detail.count ?? 1), period), tone: 'wait' };
    case 'SKIPPED':
      return { text: `${period} ${entry.actor ? 'is to be skipped' : 'was skipped'}`, tone: 'calm', about };
    case 'PAUSED':
      return { text: 'Paused', tone: 'wait', about };
    case 'RESUMED':
      return { text: 'Resumed', tone: 'active', about };
    case 'REFUNDED':
      return { text: 'Refunded', tone: 'undo', about };
    default:
      return { text: plain(entry.type), tone: 'calm' };
  }
}

const missed = (count: number, first: string): string =>
  `${first} was missed${count > 1 ? `, and ${count - 1} after it` : ''}`;
