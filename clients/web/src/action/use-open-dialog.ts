import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * Whether the dialog that the URL names is open: it opens if its action is offered, and then stays until it is left, so that
 * what is typed is not lost when somebody else decides meanwhile. When it is left, and what opened it is gone, `place` has the
 * focus.
 */
export function useOpenDialog(
  dialog: string | undefined,
  isOffered: boolean,
  place: RefObject<HTMLElement | null>,
): boolean {
  const [opened, setOpened] = useState<string>();
  const isOpen = dialog !== undefined && (isOffered || opened === dialog);
  const now = isOpen ? dialog : undefined;
  if (opened !== now) setOpened(now);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    const hasLeft = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (hasLeft && document.activeElement === document.body) place.current?.focus();
  }, [isOpen, place]);
  return isOpen;
}
