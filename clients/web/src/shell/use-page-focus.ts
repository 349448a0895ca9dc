import { useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Moves the focus into the page that a link of the navigation has opened, so that the next Tab goes on there and not behind the
 * link. What has put the focus elsewhere keeps it.
 */
export function usePageFocus(): RefObject<HTMLElement | null> {
  const page = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        const isFirst = fromLocation === undefined;
        if (pathChanged && !isFirst && isInNavigation(document.activeElement))
          page.current?.focus({ preventScroll: true });
      }),
    [router],
  );
  return page;
}

const isInNavigation = (focused: Element | null) => focused?.closest('header nav') !== null;
