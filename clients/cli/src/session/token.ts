import { usage } from '../problems.ts';

/** What a header can carry: one line of printable ASCII. */
export const isToken = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

/** The token in a text; `from` names where it was. */
export function tokenFrom(text: string, from: string): string {
  const token = text.trim();
  if (!isToken(token)) throw usage(`${from}: there is no token, which is one line of printable characters`);
  return token;
}
