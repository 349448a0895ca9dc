import type { Row } from '../../../order-list/rows.ts';
import { shortestPrefix } from '../orders-search.ts';

/**
 * The order that a prefix identifies: the one with this id, or the only one with this prefix; undefined while there are
 * several.
 */
export function orderByPrefix(typed: string, rows: readonly Row[]): string | undefined {
  const id = typed.trim();
  if (id.length < shortestPrefix) return id || undefined; // a prefix this short does not narrow the list
  const found = rows.map(({ order }) => order.id).filter((each) => each.startsWith(id));
  if (found.includes(id)) return id;
  return found.length > 1 ? undefined : (found[0] ?? id);
}
