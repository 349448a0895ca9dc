import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LiveOrderList } from './use-order-list.ts';

/** The visible rows and some around them, with the space of the others; near the end, the next page is read. */
export function useRowsInSight<Element extends HTMLElement>(
  { rows, more }: Pick<LiveOrderList, 'rows' | 'more'>,
  { rowHeight, gap = 0 }: { rowHeight: number; gap?: number },
) {
  const ref = useRef<Element>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(ref.current?.offsetTop ?? 0), []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    gap,
    overscan: 12,
    scrollMargin: top,
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - 20) more();
  }, [lastShown, rows.length, more]);
  const shown = items.flatMap(({ index }) => {
    const row = rows[index];
    return row ? [{ index, row }] : [];
  });
  return {
    ref,
    shown,
    /** The index of the first visible row. */
    first: virtual.range?.startIndex ?? 0,
    above: (items[0]?.start ?? top) - top,
    below: virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top),
    measure: virtual.measureElement,
  };
}
