import { useEffect, useState } from 'react';
import type { Row } from '../../order-list/rows.ts';
import { keyPlace } from './key-place.ts';

type Actions = Readonly<Record<string, (id: string) => void>>;

/**
 * j and k choose the next and the previous order. The key of an action acts on the chosen order where the focus is in the queue or on
 * the page itself, and only if that order is in sight: otherwise the key brings it there. A key that is held down acts once.
 */
export function useQueueKeys(rows: readonly Row[], actions: Actions, chosenItem: () => HTMLElement | null | undefined) {
  const [wanted, setWanted] = useState({ id: '', at: 0 });
  const indexOf = (id: string) => rows.findIndex(({ order }) => order.id === id);
  const found = indexOf(wanted.id);
  const at = found >= 0 ? found : Math.max(0, Math.min(wanted.at, rows.length - 1)); // the next order takes its index
  const chosen = rows[at]?.order.id;
  const choose = (id: string) => setWanted({ id, at: indexOf(id) });

  const act = (deed: (id: string) => void, id: string) => {
    const item = chosenItem();
    if (isInSight(item)) deed(id);
    else item?.scrollIntoView({ block: 'center' });
  };
  const press = (key: string, mayAct: boolean): boolean => {
    const next =
      key === 'j' || key === 'ArrowDown' ? rows[at + 1] : key === 'k' || key === 'ArrowUp' ? rows[at - 1] : undefined;
    if (next) choose(next.order.id);
    const deed = mayAct && Object.hasOwn(actions, key) ? actions[key] : undefined;
    if (deed && chosen && !rows[at]?.left) act(deed, chosen);
    return next !== undefined || deed !== undefined;
  };
  useEffect(() => {
    const typed = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
      const target = event.target instanceof Element ? event.target : null;
      const place = keyPlace({
        target,
        isCovered: document.querySelector('dialog[open], :popover-open') !== null,
        isPageItself: target === document.body || target?.id === 'page',
      });
      const hasOwnMeaning = key.length > 1 && target?.closest('a, button');
      if (defaultPrevented || ctrlKey || metaKey || altKey || place === 'elsewhere' || hasOwnMeaning) return;
      if (press(key, place === 'queue' && !event.repeat)) event.preventDefault();
    };
    addEventListener('keydown', typed);
    return () => removeEventListener('keydown', typed);
  });
  return { chosen, choose };
}

/** Whole, between the edges of the window. */
function isInSight(item: HTMLElement | null | undefined): boolean {
  if (!item) return false;
  const { top, bottom } = item.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
