import { type RefObject, useEffect, useRef } from 'react';

/**
 * Scrolls a list sideways until its chosen item is in sight, whenever another one is chosen, and marks the edges beyond which there
 * is more of it.
 */
export function useChosenInSight<List extends HTMLElement>(chosen: string | undefined): RefObject<List | null> {
  const ref = useRef<List>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is read from the document
  useEffect(() => {
    const list = ref.current;
    if (!list) return;
    const item = list.querySelector('[aria-current="page"], [aria-pressed="true"]');
    if (item) {
      const [outer, inner] = [list.getBoundingClientRect(), item.getBoundingClientRect()];
      list.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
    }
    return markEdges(list);
  }, [chosen]);
  return ref;
}

/** Keeps the marks of a list that is scrolled sideways or resized. Returns what ends it. */
function markEdges(list: HTMLElement): () => void {
  const mark = () => {
    list.toggleAttribute('data-more-before', list.scrollLeft > 1);
    list.toggleAttribute('data-more-after', list.scrollLeft + list.clientWidth < list.scrollWidth - 1);
  };
  const sizes = new ResizeObserver(mark); // tells of the first size, too
  sizes.observe(list);
  list.addEventListener('scroll', mark, { passive: true });
  return () => {
    sizes.disconnect();
    list.removeEventListener('scroll', mark);
  };
}
