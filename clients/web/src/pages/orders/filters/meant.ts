import type { Row } from '../../../order-list/rows.ts';
import { shortestPrefix } from '../orders-search.ts';

/** The order that is meant by the beginning of an id: it itself, or the only one that begins so; undefined while there are several. */
export function meant(typed: string, rows: readonly Row[]): string | undefined {
  const id = typed.trim();
  if (id.length < shortestPrefix) return id || undefined; // the list is not narrowed by so little
  const found = rows.map(({ order }) => order.id).filter((each) => each.startsWith(id));
  if (found.includes(id)) return id;
  return found.length > 1 ? undefined : (found[0] ?? id);
}
