/** Where a key is pressed: `queue` and the page itself, where it may decide; `page`, where it may only move; or elsewhere. */
export type KeyPlace = 'queue' | 'page' | 'elsewhere';

type Pressed = {
  target: { closest: (selector: string) => unknown } | null;
  /** Whether a dialog or a menu is open, wherever the focus is. */
  isCovered: boolean;
  /** Whether nothing has the focus but the page. */
  isPageItself: boolean;
};

const fields = 'input, textarea, select, [contenteditable], dialog, [popover], header';

/** A key decides only where its person has the queue in mind: a letter in a field or a key on another button is not about an order. */
export function keyPlace({ target, isCovered, isPageItself }: Pressed): KeyPlace {
  if (isCovered || target?.closest(fields)) return 'elsewhere';
  return isPageItself || target?.closest('[data-queue]') ? 'queue' : 'page';
}
