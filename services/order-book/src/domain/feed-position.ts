import { BookRefused } from './refusals.ts';

/**
 * The position of a reader of the change feed: the number of the last change that it has seen, and the generation of
 * the feed in which it was made. Before the first change there is none.
 */
export type FeedPosition = { number: number; generation: string | null };

/** Opaque to clients, except `0`, the beginning of any feed. */
export const feedCursor = ({ number, generation }: FeedPosition): string =>
  generation === null ? String(number) : `${number}.${generation}`;

export function feedPosition(cursor: string): FeedPosition {
  const [, digits, generation = null] = /^(?:(\d{1,16})\.([0-9a-f]{12})|0)$/.exec(cursor) ?? [];
  const number = Number(digits ?? cursor);
  if (cursor === '0' || (generation !== null && Number.isSafeInteger(number))) return { number, generation };
  throw new BookRefused('INVALID_CURSOR', 'This is not a cursor of the change feed');
}
