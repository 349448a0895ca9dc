import { z } from 'zod';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The characters that reverse the text after them, and those that only control or annotate it. Marks of right-to-left
 * scripts and joiners, as in emoji, are part of words.
 */
const controls = /[\u202a-\u202e\u2061-\u206f\ufeff\ufff9-\ufffb\u{e0001}]/u;

/** What new input may have; stored text keeps what it has. */
export const withoutControls = [
  (text: string) => !controls.test(text),
  'must have no control characters that reverse or hide text',
] as const;

/** The most UTF-16 units per visible character, on average. */
const unitsPerCharacter = 4;

/** Text with a limited number of visible characters: a flag, or a letter with its accents, counts as one. */
export const textOf = (most: number) =>
  z
    .string()
    .check(({ value, issues }) => {
      if (!isLonger(value, most)) return;
      issues.push({ code: 'too_big', origin: 'string', maximum: most, inclusive: true, input: value });
    })
    .meta({ maxLength: unitsPerCharacter * most });

function isLonger(text: string, most: number): boolean {
  if (text.length <= most) return false;
  if (text.length > unitsPerCharacter * most) return true;
  let count = 0;
  for (const _ of graphemes.segment(text)) if (++count > most) return true;
  return false;
}
