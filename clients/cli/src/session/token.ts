import { usage } from '../problems/problems.ts';

/** The characters of a header: one line of printable ASCII. */
export const isToken = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

/** Reads the token in a text; `from` names its source. */
export function tokenFrom(text: string, from: string): string {
  const token = text.trim();
  if (!isToken(token)) throw usage(`${from} holds no token: expected one line of printable characters`);
  return token;
}
