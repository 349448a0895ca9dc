import { type RefObject, useEffect, useRef } from 'react';

/** Scrolls a list sideways until its chosen item is in sight, whenever another one is chosen. */
export function useChosenInSight<List extends HTMLElement>(chosen: string | undefined): RefObject<List | null> {
  const ref = useRef<List>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is read from the document
  useEffect(() => {
    const list = ref.current;
    const item = list?.querySelector('[aria-current="page"], [aria-pressed="true"]');
    if (!list || !item) return;
    const [outer, inner] = [list.getBoundingClientRect(), item.getBoundingClientRect()];
    list.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }, [chosen]);
  return ref;
}
