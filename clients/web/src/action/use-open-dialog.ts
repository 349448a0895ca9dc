import { useState } from 'react';

/**
 * Whether the dialog that the URL names is open: it opens if its action is offered, and then stays until it is left, so that
 * what is typed is not lost when somebody else decides meanwhile.
 */
export function useOpenDialog(dialog: string | undefined, isOffered: boolean): boolean {
  const [opened, setOpened] = useState<string>();
  const isOpen = dialog !== undefined && (isOffered || opened === dialog);
  const now = isOpen ? dialog : undefined;
  if (opened !== now) setOpened(now);
  return isOpen;
}
