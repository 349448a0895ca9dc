import type { Leaf } from './operations.ts';

/** JSON of about this many bytes, with a pattern that is slow in some parser. */
export const patterns: Record<string, (bytes: number) => string> = {
  'zeros before a one': (bytes) => `"0.${'0'.repeat(bytes)}1"`,
  'zeros behind a one': (bytes) => `"1${'0'.repeat(bytes)}"`,
  'zeros after the point': (bytes) => `"1.${'0'.repeat(bytes)}"`,
  minuses: (bytes) => `"${'-'.repeat(bytes)}"`,
  blanks: (bytes) => `"${' '.repeat(bytes)}x"`,
  letters: (bytes) => `"${'a'.repeat(bytes)}!"`,
  'dots and letters': (bytes) => `"a@${'a.'.repeat(bytes / 2)}"`,
  'a long duration': (bytes) => `"P${'1D'.repeat(bytes / 2)}"`,
  'marks on one letter': (bytes) => `"a${'\u0301'.repeat(bytes / 2)}"`,
  'control characters': (bytes) => `"${'\\u0000'.repeat(bytes / 6)}"`,
  'a long list': (bytes) => `[${'"a",'.repeat(bytes / 4)}"a"]`,
  'a deep list': (bytes) => '['.repeat(bytes / 2) + ']'.repeat(bytes / 2),
  'a deep object': (bytes) => `${'{"a":'.repeat(bytes / 6)}1${'}'.repeat(bytes / 6)}`,
  'a long name': (bytes) => `{"${'a'.repeat(bytes)}":1}`,
};

const placeholder = '<here>';
/** A request that is valid except for this input. */
export const bodyOf = ({ operation, with: put }: Leaf, json: string): string =>
  JSON.stringify({ query: operation.query, variables: put(placeholder) }).replace(`"${placeholder}"`, () => json);
