import { describe, expect, test } from 'vitest';
import { entryWords, type JournalEntry } from '../src/order/journal-words.ts';

const words = (entry: Partial<JournalEntry>) =>
  entryWords({ seq: 1, type: 'STATUS_CHANGED', at: '2026-11-27T14:00:00.000Z', ...entry }, (iso) => iso.slice(11, 16));

describe('the journal', () => {
  test('does not say that a compensation was done that was not needed', () => {
    const entry = { type: 'COMPENSATION_COMPLETED', step: 'AUTHORIZE_PAYMENT' };

    expect(words({ ...entry, detail: { name: 'RELEASE_PAYMENT', status: 'SKIPPED' } }).text).toBe(
      'Release payment not needed',
    );
    expect(words({ ...entry, detail: { name: 'RELEASE_PAYMENT', status: 'COMPLETED' } }).text).toBe(
      'Release payment done',
    );
  });

  test('shows the note of a stop, of a pause and of an approval', () => {
    const note = 'The shop closes';

    expect(words({ type: 'STATUS_CHANGED', actor: 'ada', detail: { to: 'COMPLETED', note } })).toMatchObject({
      text: 'Status: Completed',
      about: note,
    });
    expect(words({ type: 'PAUSED', detail: { note } }).about).toBe(note);
    expect(words({ type: 'STEP_COMPLETED', step: 'AWAIT_APPROVAL', detail: { note } }).about).toBe(note);
  });

  test('tells the request to skip a period from the period that was skipped, each with its time', () => {
    const detail = { number: 3, at: '2026-11-27T15:00:00.000Z' };

    expect(words({ type: 'SKIPPED', actor: 'ada', detail }).text).toBe('The period at 15:00 is to be skipped');
    expect(words({ type: 'SKIPPED', detail }).text).toBe('The period at 15:00 was skipped');
  });

  test('says how many periods were missed', () => {
    const detail = { number: 3, at: '2026-11-27T15:00:00.000Z' };

    expect(words({ type: 'MISSED', detail: { ...detail, count: 1 } }).text).toBe('The period at 15:00 was missed');
    expect(words({ type: 'MISSED', detail: { ...detail, count: 4 } }).text).toBe(
      'The period at 15:00 was missed, and 3 after it',
    );
  });
});
