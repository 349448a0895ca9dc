import { compensationWord, stepWords, type Tone } from '../order/words.ts';

/** Formats "ActivityTaskTimedOut" as "Activity task timed out". */
export function eventWords(type: string): string {
  const words = type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const endings: readonly (readonly [RegExp, Tone])[] = [
  [/(Failed|TimedOut|Terminated|Rejected)$/, 'bad'],
  [/Cancel(ed|Requested)$/, 'undo'],
  [/(Signaled|UpdateAccepted)$/, 'wait'],
  [/Completed$/, 'good'],
  [/(Started|Scheduled|Initiated)$/, 'active'],
];

/** The tone of an event, by the last word of its type; unknown types are neutral. */
export const eventTone = (type: string): Tone => endings.find(([ending]) => ending.test(type))?.[1] ?? 'calm';

/** Names the work of an event: a compensation, or else its step. */
export const workWords = ({ step, compensation }: { step?: string | null; compensation?: string | null }): string =>
  compensation ? compensationWord(compensation) : step ? stepWords(step).noun : '';
